import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { newId } from '~/platform/ids';
import { insertEvidence } from './data/evidence.server';
import './events';
import { type CourseCompletion, courseCompletionSchema } from './inputs';
import { validUntil } from './rules/valid-until';

/** Makes evidence of a completed course, once for each completion. Says whether it was new. */
export async function recordCourseCompletion(ctx: Ctx, input: CourseCompletion): Promise<{ isNew: boolean }> {
  const { sourceId, personId, ref, title, hours, points, component, validityMonths, ...rest } =
    courseCompletionSchema.parse(input);
  const { occurredOn, scorePercent = null } = rest;
  return inTransaction(ctx, async (tx) => {
    const id = newId();
    const until = validUntil(occurredOn, validityMonths);
    const isNew = await insertEvidence(tx.db, {
      id,
      personId,
      type: 'course',
      sourceId,
      ref,
      title,
      component: component ?? null,
      hours: hours ?? null,
      points,
      category: 'course',
      scorePercent,
      occurredOn,
      validUntil: until,
      recordedAt: tx.clock.now(),
      confirmedBy: null,
    });
    if (!isNew) return { isNew };
    const facts = { personId, ref, occurredOn, validUntil: until };
    await tx.publish({
      type: 'evidence.confirmed',
      evidenceId: id,
      evidenceType: 'course',
      component: component ?? null,
      ...facts,
    });
    await recordAct(tx, {
      act: 'evidence.course-recorded',
      subject: { type: 'evidence', id },
      detail: { sourceId, ...facts },
    });
    return { isNew };
  });
}
