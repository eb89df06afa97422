import { randomInt } from 'node:crypto';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { bestScore, findNewestAttempt, insertAttempt } from './data/attempts.server';
import { questionsOf } from './data/material.server';
import { getOwnRound } from './data/own-round.server';
import { lockRound } from './data/rounds.server';
import { drawOrder } from './rules/quiz';

const random = (): number => randomInt(2 ** 32) / 2 ** 32;

/**
 * Begins an attempt at the quiz, or goes on with the open one; whoever has passed may still better the result. Errors:
 * not-found; conflict when every answer was right before or every attempt was used up.
 */
export async function openAttempt(ctx: Ctx, { course }: { course: string }): Promise<{ attemptId: string }> {
  const own = await getOwnRound(ctx, course);
  return inTransaction(ctx, async (tx) => {
    const round = await lockRound(tx.db, own.round.enrolmentId);
    const newest = await findNewestAttempt(tx.db, round.enrolmentId);
    if (newest && !newest.submittedAt) return { attemptId: newest.id };
    if (round.passed && (await bestScore(tx.db, round.enrolmentId)) === 100)
      throw new DomainError('conflict', 'learning.already-passed');
    if (round.submitted >= own.material.attempts) throw new DomainError('conflict', 'learning.attempts-used');
    const attemptId = newId();
    await insertAttempt(tx.db, {
      id: attemptId,
      enrolmentId: round.enrolmentId,
      number: (newest?.number ?? 0) + 1,
      startedAt: tx.clock.now(),
      order: drawOrder(await questionsOf(tx, round.versionId), random),
    });
    return { attemptId };
  });
}
