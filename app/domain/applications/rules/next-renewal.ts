import type { RuleSet } from '~/domain/frameworks/types';
import { addDays, addMonths, type LocalDate, lastMonthsAfter } from '~/platform/local-date';

type Spans = Pick<RuleSet, 'id' | 'graceMonths' | 'reinstatement'>;

/**
 * By rule set: the earliest last day of a period from which a renewal can still begin on `from` or later. A period that
 * ends on the day before it, or after that, can only be followed by one that begins then.
 */
export function earliestEnds(
  ruleSets: readonly Spans[],
  from: LocalDate,
): { ruleSetId: string; until: LocalDate }[] {
  return ruleSets.map(({ id, graceMonths, reinstatement }) => {
    const months = Math.max(graceMonths, ...reinstatement.map((tier) => tier.months));
    // Months differ in length: the guess lies some days too early, and is walked up to the first day that holds.
    let until = addDays(addMonths(from, -months), -5);
    while (lastMonthsAfter(until, months) < from && until < addDays(from, -1)) until = addDays(until, 1);
    return { ruleSetId: id, until };
  });
}
