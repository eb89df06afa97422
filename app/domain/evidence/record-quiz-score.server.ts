import type { LocalizedText } from '~/i18n/content';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { newId } from '~/platform/ids';
import type { LocalDate } from '~/platform/local-date';
import { insertEvidence } from './data/evidence.server';
import './events';

export type QuizScore = {
  /** The attempt's id: told twice it is one piece of evidence. */
  sourceId: string;
  personId: string;
  /** `course:<slug>@<version>` */
  ref: string;
  title: LocalizedText;
  scorePercent: number;
  occurredOn: LocalDate;
};

/**
 * Makes evidence of a better result in the quiz of a course that was completed before, once. It gives neither hours nor
 * points: the completion gave them. Part of the transaction in which the attempt was marked.
 */
export async function recordQuizScore(ctx: Ctx, score: QuizScore): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const id = newId();
    const isNew = await insertEvidence(tx.db, {
      ...score,
      id,
      type: 'quiz',
      component: null,
      hours: null,
      points: 0,
      category: 'course',
      validUntil: null,
      recordedAt: tx.clock.now(),
      confirmedBy: null,
    });
    if (!isNew) return;
    const { personId, sourceId, ref, scorePercent, occurredOn } = score;
    await tx.publish({
      type: 'evidence.confirmed',
      evidenceId: id,
      evidenceType: 'quiz',
      component: null,
      validUntil: null,
      personId,
      ref,
      occurredOn,
    });
    await recordAct(tx, {
      act: 'evidence.quiz-recorded',
      subject: { type: 'evidence', id },
      detail: { personId, sourceId, ref, scorePercent, occurredOn },
    });
  });
}
