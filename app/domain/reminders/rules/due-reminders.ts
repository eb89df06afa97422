import type { StandingFacts } from '~/domain/licensing/types';
import { addDays, type LocalDate } from '~/platform/local-date';
import type { Distance, Ending } from '../types';

/** Days before the end, the farthest first. */
export const DISTANCES = [60, 14, 1] as const satisfies readonly Distance[];

/** The subject that is the licence itself, beside the kinds of its conditions. */
export const LICENCE = 'licence';

/** Which reminder it is for something that ends on `day`: the nearest distance that it is within. Null: none yet, or over. */
export function distanceTo(day: LocalDate, today: LocalDate): Distance | null {
  if (day < today) return null;
  return DISTANCES.findLast((distance) => day <= addDays(today, distance)) ?? null;
}

/**
 * The last days that have newly come near today, in order, when those of `since` were reminded of; without `since` every
 * day that is near.
 */
export function daysComingNear(since: LocalDate | null, today: LocalDate): LocalDate[] {
  const near = Array.from({ length: 61 }, (_each, ahead) => addDays(today, ahead));
  if (since === null) return near;
  return near.filter((day) => distanceTo(day, today) !== distanceTo(day, since));
}

const isRunning = ({ from, supersededOn, until, revocation }: StandingFacts, today: LocalDate): boolean =>
  from <= today && today <= until && revocation === null && (supersededOn === null || supersededOn > today);

/** What of these periods ends on `day` without anything that follows, as things stand today. */
export function endingsOn(facts: readonly StandingFacts[], day: LocalDate, today: LocalDate): Ending[] {
  return facts
    .filter((each) => isRunning(each, today))
    .flatMap(({ periodId, levelId, ruleSetVersionId, until, supersededOn, lapsedComponents }) => {
      const ending = (subject: string): Ending => ({ periodId, subject, levelId, ruleSetVersionId });
      const gaps = lapsedComponents.filter(({ from }) => from === addDays(day, 1));
      return [
        ...(until === day && supersededOn === null ? [ending(LICENCE)] : []),
        ...gaps.map(({ kind }) => ending(kind)),
      ];
    });
}
