import { addDays, type LocalDate } from '~/platform/local-date';
import type { ExpiryRule } from '../inputs';

/** Days that a period has at least, on whichever day it begins. */
function fewestDays(rule: ExpiryRule): number {
  return rule.kind === 'months' ? rule.months * 28 : rule.years * 365 + 1;
}

type Spans = { expiry: ExpiryRule; windowMonths: number };

/** The most days of a cut-off that leave a day of the window, and of the period, to hand in, however short they are. */
export const latestCutOff = ({ expiry, windowMonths }: Spans): number =>
  Math.max(0, Math.min(windowMonths * 28, fewestDays(expiry)) - 1);

/**
 * The last day on which a renewal is handed in before the end of a period. The day on which its window opens is always
 * one: the window of a short period opens later than the rule says.
 */
export function lastDayToHandIn(
  { until, windowOpens }: { until: LocalDate; windowOpens: LocalDate | null },
  cutOffDays: number,
): LocalDate {
  const day = addDays(until, -cutOffDays);
  return windowOpens !== null && day < windowOpens && windowOpens <= until ? windowOpens : day;
}
