import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { type Material, materialOf } from './data/material.server';
import { listRounds } from './data/rounds.server';
import { isRenewable, STUDY_ZONE } from './rules/rounds';
import { lastTouched, type RoundRow, standingOf } from './rules/standing';
import type { CourseStanding } from './types';

export type Desk = {
  /** The course that was studied last, with its next lesson. */
  resume: CourseStanding | null;
  /** Completed courses whose validity ends within 60 days or has ended, the nearest first. */
  expiring: CourseStanding[];
  /** The course studied last stands first. */
  inProgress: CourseStanding[];
  completed: CourseStanding[];
};

/** Everything the actor studies and has studied. */
export async function getDesk(ctx: Ctx): Promise<Desk> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const today = ctx.clock.today(STUDY_ZONE);
  const rounds = await listRounds(ctx.db, ctx.actor.personId);
  const materials = await materialsOf(ctx, rounds);
  const view = (round: RoundRow) => standingOf(materials.get(round.versionId) ?? missing(), round, today);
  const newest = rounds.filter((round, index) => round.courseId !== rounds[index - 1]?.courseId);
  const going = newest.filter(({ completion }) => !completion);
  const inProgress = going.sort((a, b) => (lastTouched(a) < lastTouched(b) ? 1 : -1)).map(view);
  const completed = newestCompleted(rounds).map(view).sort(byDate);
  const busy = new Set(inProgress.map(({ slug }) => slug));
  return {
    resume: inProgress.find(({ next }) => next !== null) ?? null,
    expiring: completed
      .filter(({ slug, completion }) => !busy.has(slug) && isRenewable(completion?.validUntil ?? null, today))
      .sort((a, b) => ((a.completion?.validUntil ?? '') < (b.completion?.validUntil ?? '') ? -1 : 1)),
    inProgress,
    completed,
  };
}

const missing = (): never => {
  throw new Error('A version of a round was not loaded');
};

async function materialsOf(ctx: Ctx, rounds: readonly RoundRow[]): Promise<Map<string, Material>> {
  const ids = [...new Set(rounds.map(({ versionId }) => versionId))];
  return new Map(
    await Promise.all(ids.map(async (id): Promise<[string, Material]> => [id, await materialOf(ctx, id)])),
  );
}

/** The newest completed round of each course. */
function newestCompleted(rounds: readonly RoundRow[]): RoundRow[] {
  const done = rounds.filter(({ completion }) => completion);
  return done.filter((round, index) => round.courseId !== done[index - 1]?.courseId);
}

const byDate = (a: CourseStanding, b: CourseStanding): number =>
  (a.completion?.completedOn ?? '') < (b.completion?.completedOn ?? '') ? 1 : -1;
