import type { LocalDate } from '~/platform/local-date';
import type { EquivalenceAct, EquivalenceRow } from '../types';

type Confirmed = Pick<EquivalenceRow, 'validUntil'> & {
  acts: readonly { act: EquivalenceAct; effectiveOn: LocalDate }[];
};

/** The first day on which one counts that is confirmed today: never before today. */
export const firstDayOf = ({ validFrom }: Pick<EquivalenceRow, 'validFrom'>, today: LocalDate): LocalDate =>
  validFrom > today ? validFrom : today;

const dayOf = ({ acts }: Confirmed, act: EquivalenceAct): LocalDate | null =>
  acts.find((each) => each.act === act)?.effectiveOn ?? null;

/**
 * What a confirmed equivalence means for another one of the same pair that begins on a day: nothing, because it counts no
 * more by then; an end on that day; or that the other one cannot begin then, because this one begins as late or later, or
 * its end is set already.
 */
export function succession(confirmed: Confirmed, from: LocalDate): 'nothing' | 'end' | 'conflict' {
  const begins = dayOf(confirmed, 'confirm');
  const end = dayOf(confirmed, 'end');
  if (begins === null || (end !== null && (end <= from || end <= begins))) return 'nothing';
  if (confirmed.validUntil !== null && confirmed.validUntil < from) return 'nothing';
  return begins >= from || end !== null ? 'conflict' : 'end';
}
