import type { LocalDate } from '~/platform/local-date';
import type { ApplicationState } from '../types';
import { isOpen } from './application-state';

/** A renewal that was asked for on a day. */
export type AskedRenewal = { on: LocalDate; state: ApplicationState };

/** A renewal that is asked for on a day, after others of the same level, newest first. */
export type HandedIn = { on: LocalDate; earlier: readonly AskedRenewal[] };

/**
 * The day on which the renewal of a period counts as handed in: what the office returned with a question and what is
 * handed in again after it are one. A withdrawal or a refusal begins anew.
 */
export function handedInOn(
  { on, earlier }: HandedIn,
  { windowOpens }: { windowOpens: LocalDate | null },
): LocalDate {
  const ends = earlier.findIndex(
    (each) =>
      !(isOpen(each.state) || each.state === 'returned') || windowOpens === null || each.on < windowOpens,
  );
  return earlier.slice(0, ends < 0 ? undefined : ends).at(-1)?.on ?? on;
}
