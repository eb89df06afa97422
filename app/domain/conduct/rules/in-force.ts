import type { LocalDate } from '~/platform/local-date';
import type { VersionState } from '../types';

type Begun = { inForceFrom: LocalDate };

/** The confirmed version that counts on a day; null before the first. First days of versions differ. */
export const inForceOn = <V extends Begun>(confirmed: readonly V[], day: LocalDate): V | null =>
  confirmed
    .filter(({ inForceFrom }) => inForceFrom <= day)
    .reduce<V | null>(
      (latest, each) => (latest && latest.inForceFrom > each.inForceFrom ? latest : each),
      null,
    );

/** What a version is on a day; `current` is the one in force on it. */
export function versionState(
  version: Begun & { id: string; outcome: 'confirmed' | 'declined' | null },
  { current, today }: { current: string | null; today: LocalDate },
): VersionState {
  if (version.outcome === null) return 'proposed';
  if (version.outcome === 'declined') return 'declined';
  if (version.id === current) return 'in-force';
  return version.inForceFrom > today ? 'coming' : 'earlier';
}

/** Why a version may not begin on a day; null when it may. `last` is the newest confirmed one. */
export function firstDayFault(
  inForceFrom: LocalDate,
  { last, today }: { last: Begun | null; today: LocalDate },
): 'conduct.not-after-the-last' | 'conduct.day-passed' | null {
  if (!last) return null;
  if (inForceFrom <= last.inForceFrom) return 'conduct.not-after-the-last';
  return inForceFrom < today ? 'conduct.day-passed' : null;
}
