import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { toDb } from '~/platform/local-date';
import { bestScore } from './data/attempts.server';
import { materialOf } from './data/material.server';
import { insertCompletion, lockRound } from './data/rounds.server';
import { scoreToTell } from './rules/quiz';
import { STUDY_ZONE } from './rules/rounds';
import { stepsOf } from './rules/standing';
import './events';

/**
 * Completes a round once all its lessons are done, the quiz among them, and tells it. Called twice: nothing happens
 * the second time. Runs inside the transaction of what was done last.
 */
export async function completeCourse(tx: Ctx, { enrolmentId }: { enrolmentId: string }): Promise<void> {
  const round = await lockRound(tx.db, enrolmentId);
  const material = await materialOf(tx, round.versionId);
  if (round.completion || !stepsOf(material, round).every(({ isDone }) => isDone)) return;
  const occurredOn = tx.clock.today(STUDY_ZONE);
  const id = newId();
  const scorePercent = await bestScore(tx.db, enrolmentId);
  const isNew = await insertCompletion(tx.db, {
    id,
    enrolmentId,
    completedAt: tx.clock.now(),
    completedOn: toDb(occurredOn),
    scorePercent,
  });
  if (!isNew) return;
  await tx.publish({
    type: 'course.completed',
    sourceId: id,
    personId: round.personId,
    ref: `course:${material.slug}@${material.number}`,
    title: material.title,
    hours: material.hours,
    points: material.points,
    component: material.component,
    validityMonths: material.validityMonths,
    scorePercent: scoreToTell(material, scorePercent),
    occurredOn,
  });
}
