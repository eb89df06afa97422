import { getWebvtt } from '~/domain/captions/get-webvtt.server';
import { listEnrolledCourses } from '~/domain/learning/list-enrolled-courses.server';
import { listOwnQualifications } from '~/domain/licensing/list-own-qualifications.server';
import type { Ctx } from '~/platform/context';
import type { Ports } from '~/platform/ports';

/** Levels count for watching while their licence may be used. */
async function heldLevels(ctx: Ctx): Promise<string[]> {
  const { licences } = await listOwnQualifications(ctx);
  return licences
    .filter(({ standing }) => ['active', 'renewable'].includes(standing.state))
    .map(({ level }) => level.id);
}

/** What media and the search ask of learning, licensing and captions. */
export const mediaPorts: Pick<Ports, 'audienceCheck' | 'captionsVtt' | 'searchAudiences'> = {
  async audienceCheck(ctx, audience) {
    if (audience.kind === 'enrolled') return (await listEnrolledCourses(ctx)).includes(audience.courseId);
    return audience.kind === 'qualified' && (await heldLevels(ctx)).includes(audience.levelId);
  },
  captionsVtt: (ctx, assetId, lang) => getWebvtt(ctx, { assetId, lang }),
  async searchAudiences(ctx) {
    if (!ctx.actor) return ['public'];
    const [courses, levels] = await Promise.all([listEnrolledCourses(ctx), heldLevels(ctx)]);
    return [
      'public',
      'account',
      ...courses.map((id) => `enrolled:${id}` as const),
      ...levels.map((id) => `qualified:${id}` as const),
    ];
  },
};
