import { addDays, addMonths, type LocalDate, lastDayOfMonths, lastMonthsAfter } from '~/platform/local-date';
import type { ExpiryRule } from '../inputs';
import type { PeriodPlan } from '../types';

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));

/** The first 31 March on or after the day: the end of its fiscal year. */
const fiscalYearEnd = (date: LocalDate): LocalDate =>
  `${date.slice(5) <= '03-31' ? yearOf(date) : yearOf(date) + 1}-03-31`;

/** The last valid day (inclusive) of a licence whose first day is `from`. */
export function lastDay(rule: ExpiryRule, from: LocalDate): LocalDate {
  switch (rule.kind) {
    case 'months':
      return lastDayOfMonths(from, rule.months);
    case 'calendar-year-end':
      return `${yearOf(from) + rule.years}-12-31`;
    case 'fiscal-year-end':
      return addMonths(fiscalYearEnd(from), 12 * rule.years);
    case 'fiscal-year-end-after-anniversary':
      return fiscalYearEnd(addDays(addMonths(from, 12 * rule.years), 1));
  }
}

type Spans = { expiry: ExpiryRule; windowMonths: number; graceMonths: number };

/** All dates of a period. Without a window it opens when the licence is over; without grace it ends with the licence. */
export function periodFrom(
  rules: Spans,
  from: LocalDate,
  until: LocalDate = lastDay(rules.expiry, from),
): PeriodPlan {
  const opens = addDays(addMonths(until, -rules.windowMonths), 1);
  return {
    from,
    until,
    windowOpens: opens < from ? from : opens,
    graceUntil: lastMonthsAfter(until, rules.graceMonths),
  };
}
