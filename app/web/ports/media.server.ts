import { getWebvtt } from '~/domain/captions/get-webvtt.server';
import { checkEnrolment } from '~/domain/learning/check-enrolment.server';
import { listOwnQualifications } from '~/domain/licensing/list-own-qualifications.server';
import type { Ctx } from '~/platform/context';
import type { Ports } from '~/platform/ports';

/** Levels count for watching while their licence may be used. */
async function holdsLevel(ctx: Ctx, levelId: string): Promise<boolean> {
  const { licences } = await listOwnQualifications(ctx);
  return licences.some(
    ({ level, standing }) => level.id === levelId && ['active', 'renewable'].includes(standing.state),
  );
}

/** What media asks of learning, licensing and captions. */
export const mediaPorts: Pick<Ports, 'audienceCheck' | 'captionsVtt'> = {
  async audienceCheck(ctx, audience) {
    if (audience.kind === 'enrolled') return checkEnrolment(ctx, audience);
    return audience.kind === 'qualified' && holdsLevel(ctx, audience.levelId);
  },
  captionsVtt: (ctx, assetId, lang) => getWebvtt(ctx, { assetId, lang }),
};
