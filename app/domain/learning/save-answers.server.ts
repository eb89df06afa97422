import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findNewestAttempt, mergeAnswers } from './data/attempts.server';
import { getOwnRound } from './data/own-round.server';
import type { Answers } from './inputs';
import { fromPlaces } from './rules/quiz';

/**
 * Keeps answers of the open attempt; questions that are not among them keep theirs. Nothing is used up. Errors:
 * not-found; conflict 'learning.no-open-attempt', as after another tab submitted it.
 */
export async function saveAnswers(
  ctx: Ctx,
  { course, answers }: { course: string; answers: Answers },
): Promise<void> {
  const { round } = await getOwnRound(ctx, course);
  const attempt = await findNewestAttempt(ctx.db, round.enrolmentId);
  const isSaved =
    attempt &&
    !attempt.submittedAt &&
    (await mergeAnswers(ctx.db, attempt.id, fromPlaces(attempt.order, answers)));
  if (!isSaved) throw new DomainError('conflict', 'learning.no-open-attempt');
}
