import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { newId } from '~/platform/ids';
import { addDays } from '~/platform/local-date';
import { insertEvidence, isCourseLive, type NewEvidence } from './data/evidence.server';
import './events';
import { type CourseCompletion, courseCompletionSchema } from './inputs';
import { validUntil } from './rules/valid-until';

/** So long before its end a course is studied again to renew it, with some days for months of unlike length. */
const RENEWAL_DAYS = 64;
/** So long after it a course that lasts longer is a refresher. */
const REFRESHER_DAYS = 365;

/**
 * Makes evidence of a completed course, or of a result in its quiz after that, once for each. Says whether it was
 * new.
 */
export async function recordCourseCompletion(ctx: Ctx, input: CourseCompletion): Promise<{ isNew: boolean }> {
  const completion = courseCompletionSchema.parse(input);
  return inTransaction(ctx, async (tx) => {
    const row = rowOf(completion, tx.clock.now(), await isRepeated(tx, completion));
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

type Parsed = ReturnType<typeof courseCompletionSchema.parse>;

/**
 * Whether the course was completed less than a year before and that is not near its end, or has none: studied again, it
 * gives no hours and points.
 */
const isRepeated = (tx: Ctx, { personId, ref, occurredOn, sourceId }: Parsed): Promise<boolean> =>
  isCourseLive(tx.db, {
    ...{ personId, ref, sourceId, on: occurredOn },
    until: addDays(occurredOn, RENEWAL_DAYS),
    since: addDays(occurredOn, -REFRESHER_DAYS),
  });

/** A quiz alone gives no hours, points and condition anew: the completion gave them. */
function rowOf(
  completion: Parsed,
  recordedAt: Date,
  isAgain: boolean,
): NewEvidence & { scorePercent: number | null } {
  const { isQuizAlone, validityMonths, occurredOn, ...facts } = completion;
  const { hours = null, component = null, scorePercent = null } = facts;
  const given = isQuizAlone
    ? { hours: null, points: 0, component: null, validUntil: null }
    : {
        ...(isAgain ? { hours: null, points: 0 } : { hours, points: facts.points }),
        ...{ component, validUntil: validUntil(occurredOn, validityMonths) },
      };
  return {
    ...facts,
    ...given,
    id: newId(),
    type: isQuizAlone ? 'quiz' : 'course',
    category: 'course',
    scorePercent,
    occurredOn,
    recordedAt,
    confirmedBy: null,
  };
}
