import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { insertSheet } from './data/score-sheets.server';
import { type RecordScoreSheetInput, recordScoreSheetSchema } from './inputs';
import { canAssess, isAssessor } from './policy';
import { isPassed } from './rules/assessment';
import type { AssessedLevel, Mark } from './types';

/**
 * An assessor writes down a practical examination. It becomes evidence when a second assessor signs it.
 * Throws `evidence.not-an-assessor`, `evidence.own-sheet`, `evidence.no-such-candidate`, `evidence.not-licensed`,
 * `evidence.date-in-future`, `evidence.mark-missing`.
 */
export async function recordScoreSheet(ctx: Ctx, input: RecordScoreSheetInput): Promise<{ id: string }> {
  const { actor } = ctx;
  const { marks: given, ...sheet } = recordScoreSheetSchema.parse(input);
  const level = await ctx.ports.assessedLevel(ctx, sheet.level);
  const candidate = (await ctx.ports.describePeople(ctx, [sheet.personId])).get(sheet.personId);
  if (!actor || !isAssessor(actor)) throw new DomainError('forbidden', 'evidence.not-an-assessor');
  if (!candidate) throw new DomainError('invalid', 'evidence.no-such-candidate', { field: 'personId' });
  if (!level || !canAssess(actor, level, candidate))
    throw new DomainError('forbidden', 'evidence.not-licensed');
  if (candidate.personId === actor.personId) throw new DomainError('forbidden', 'evidence.own-sheet');
  if (sheet.heldOn > ctx.clock.today(level.zone)) {
    throw new DomainError('invalid', 'evidence.date-in-future', { field: 'heldOn' });
  }
  const marks = markAll(level, given);
  const passed = isPassed(marks, level.meanAtLeast);
  return inTransaction(ctx, async (tx) => {
    const { id, isNew } = await insertSheet(tx.db, {
      ...sheet,
      id: newId(),
      assessorId: actor.accountId,
      marks,
      passed,
      recordedAt: tx.clock.now(),
    });
    if (isNew) {
      await recordAct(tx, {
        act: 'evidence.sheet-recorded',
        subject: { type: 'score-sheet', id },
        detail: { personId: sheet.personId, level: sheet.level, heldOn: sheet.heldOn, passed },
      });
    }
    return { id };
  });
}

/** Each criterion with its mark; the sheet keeps names and minimums as they are today. */
function markAll(level: AssessedLevel, given: Readonly<Record<string, number>>): Mark[] {
  return level.items.map(({ key, name, minimum }) => {
    const mark = Object.hasOwn(given, key) ? given[key] : undefined;
    if (mark === undefined)
      throw new DomainError('invalid', 'evidence.mark-missing', { field: `marks.${key}` });
    return { key, name, minimum, mark };
  });
}
