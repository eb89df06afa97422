import { getWebvtt } from '~/domain/captions/get-webvtt.server';
import { listEnrolledCourses } from '~/domain/learning/list-enrolled-courses.server';
import type { Ports } from '~/platform/ports';
import { heldLevels } from './held-levels.server';

/** What media asks of learning, licensing and captions. */
export const mediaPorts: Pick<Ports, 'audienceCheck' | 'captionsVtt'> = {
  async audienceCheck(ctx, audience) {
    if (audience.kind === 'enrolled') return (await listEnrolledCourses(ctx)).includes(audience.courseId);
    return audience.kind === 'qualified' && (await heldLevels(ctx)).includes(audience.levelId);
  },
  captionsVtt: (ctx, assetId, lang) => getWebvtt(ctx, { assetId, lang }),
};
