import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { completeCourse } from './complete-course.server';
import { closeAttempt, findNewestAttempt, mergeAnswers } from './data/attempts.server';
import { type Material, questionsOf } from './data/material.server';
import { getOwnRound } from './data/own-round.server';
import { saveDone } from './data/progress.server';
import { lockRound } from './data/rounds.server';
import './events';
import type { Answers } from './inputs';
import { fromPlaces, scoreOf } from './rules/quiz';
import { STUDY_ZONE } from './rules/rounds';

export type AttemptResult = { number: number; scorePercent: number; passed: boolean };

/**
 * Marks the open attempt, with the answers that came along. Submitted twice: one result, told twice. With a question
 * left open nothing is marked (invalid 'learning.unanswered') and the answers are kept. Errors: not-found; conflict
 * 'learning.no-open-attempt'.
 */
export async function submitAttempt(
  ctx: Ctx,
  { course, answers }: { course: string; answers: Answers },
): Promise<AttemptResult> {
  const { round, material } = await getOwnRound(ctx, course);
  const found = await findNewestAttempt(ctx.db, round.enrolmentId);
  if (!found) throw new DomainError('conflict', 'learning.no-open-attempt');
  if (!found.submittedAt) await mergeAnswers(ctx.db, found.id, fromPlaces(found.order, answers));
  return inTransaction(ctx, async (tx) => {
    const locked = await lockRound(tx.db, round.enrolmentId);
    const { enrolmentId } = locked;
    const attempt = await findNewestAttempt(tx.db, enrolmentId);
    if (!attempt) throw new DomainError('conflict', 'learning.no-open-attempt');
    const { number } = attempt;
    if (attempt.submittedAt)
      return { number, scorePercent: attempt.scorePercent ?? 0, passed: attempt.passed ?? false };
    const open = attempt.order.filter(({ id }) => !attempt.answers[id]?.length).length;
    if (open > 0) throw new DomainError('invalid', 'learning.unanswered', { params: { count: open } });
    const scorePercent = scoreOf(await questionsOf(tx, material.versionId), attempt.answers);
    const passed = scorePercent >= material.passPercent;
    const at = tx.clock.now();
    await closeAttempt(tx.db, attempt.id, { submittedAt: at, scorePercent, passed });
    if (passed && locked.completion)
      await tellAgain(tx, { material, personId: locked.personId }, attempt.id, scorePercent);
    if (!passed || locked.completion) return { number, scorePercent, passed };
    const lessonIds = material.lessons.filter(({ kind }) => kind === 'quiz').map(({ id }) => id);
    await saveDone(tx.db, { enrolmentId, lessonIds, at, isDone: true });
    await completeCourse(tx, { enrolmentId });
    return { number, scorePercent, passed };
  });
}

type Studied = { material: Material; personId: string };

const tellAgain = (tx: Ctx, { material, personId }: Studied, attemptId: string, scorePercent: number) =>
  tx.publish({
    type: 'quiz.passed-again',
    sourceId: attemptId,
    personId,
    ref: `course:${material.slug}@${material.number}`,
    title: material.title,
    scorePercent,
    occurredOn: tx.clock.today(STUDY_ZONE),
  });
