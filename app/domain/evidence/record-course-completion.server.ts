import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { newId } from '~/platform/ids';
import { insertEvidence, type NewEvidence } from './data/evidence.server';
import './events';
import { type CourseCompletion, courseCompletionSchema } from './inputs';
import { validUntil } from './rules/valid-until';

/**
 * Makes evidence of a completed course, or of a better result in its quiz after that, once for each. Says whether it was
 * new.
 */
export async function recordCourseCompletion(ctx: Ctx, input: CourseCompletion): Promise<{ isNew: boolean }> {
  const completion = courseCompletionSchema.parse(input);
  return inTransaction(ctx, async (tx) => {
    const row = rowOf(completion, tx.clock.now());
    if (!(await insertEvidence(tx.db, row))) return { isNew: false };
    const { id, type, personId, ref, component, occurredOn, scorePercent } = row;
    const facts = { personId, ref, occurredOn, validUntil: row.validUntil };
    await tx.publish({
      type: 'evidence.confirmed',
      evidenceId: id,
      evidenceType: type,
      component,
      ...facts,
    });
    await recordAct(tx, {
      act: `evidence.${type}-recorded`,
      subject: { type: 'evidence', id },
      detail: { sourceId: row.sourceId, scorePercent, ...facts },
    });
    return { isNew: true };
  });
}

/** A better result gives no hours, points and condition anew: the completion gave them. */
function rowOf(
  completion: ReturnType<typeof courseCompletionSchema.parse>,
  recordedAt: Date,
): NewEvidence & { scorePercent: number | null } {
  const { isBetterResult, validityMonths, occurredOn, ...facts } = completion;
  const { hours = null, component = null, scorePercent = null } = facts;
  const given = isBetterResult
    ? { hours: null, points: 0, component: null, validUntil: null }
    : { hours, points: facts.points, component, validUntil: validUntil(occurredOn, validityMonths) };
  return {
    ...facts,
    ...given,
    id: newId(),
    type: isBetterResult ? 'quiz' : 'course',
    category: 'course',
    scorePercent,
    occurredOn,
    recordedAt,
    confirmedBy: null,
  };
}
