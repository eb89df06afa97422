import type { Ctx } from '~/platform/context';
import { findOwnRound } from './data/own-round.server';
import { STUDY_ZONE } from './rules/rounds';
import { standingOf } from './rules/standing';
import type { CourseStanding } from './types';

/** How far the actor is in a course; null for visitors and for people who never enrolled. */
export async function findStanding(ctx: Ctx, { slug }: { slug: string }): Promise<CourseStanding | null> {
  const own = ctx.actor && (await findOwnRound(ctx, slug));
  return own && standingOf(own.material, own.round, ctx.clock.today(STUDY_ZONE));
}
