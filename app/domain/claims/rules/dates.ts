import { addDays, type LocalDate } from '~/platform/local-date';
import type { ClaimKind } from './kinds';
import { kindRules } from './kinds';

export type PaperDates = { issuedOn: LocalDate; validUntil: LocalDate | null };

export type DateProblem = {
  code:
    | 'claims.issued-in-future'
    | 'claims.dates-reversed'
    | 'claims.already-over'
    | 'claims.until-needed'
    | 'claims.until-too-far';
  field: 'issuedOn' | 'validUntil';
};

/** No condition of a licence is issued for longer: a slip of the year would keep a licence alive for decades. */
const LONGEST_YEARS = 10;

const yearsLater = (day: LocalDate, years: number): LocalDate =>
  `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

/** The latest day that a paper can bear: somewhere it is tomorrow already. `today` is that of UTC. */
export const latestDay = (today: LocalDate): LocalDate => addDays(today, 1);

/**
 * What is wrong with the dates of a paper; null when nothing is. A condition that is over counts for nothing when it is
 * handed in; to be confirmed it needs a last day.
 */
export function dateProblem(
  kind: ClaimKind,
  { issuedOn, validUntil }: PaperDates,
  { today, confirming }: { today: LocalDate; confirming: boolean },
): DateProblem | null {
  const { isComponent } = kindRules(kind);
  if (issuedOn > latestDay(today)) return { code: 'claims.issued-in-future', field: 'issuedOn' };
  if (validUntil && validUntil < issuedOn) return { code: 'claims.dates-reversed', field: 'validUntil' };
  if (!isComponent) return null;
  if (validUntil && validUntil > yearsLater(issuedOn, LONGEST_YEARS))
    return { code: 'claims.until-too-far', field: 'validUntil' };
  if (confirming && !validUntil) return { code: 'claims.until-needed', field: 'validUntil' };
  const isOver = validUntil !== null && validUntil < addDays(today, -1);
  return isOver && !confirming ? { code: 'claims.already-over', field: 'validUntil' } : null;
}
