import type { StandingFacts } from '~/domain/licensing/types';
import { addDays, type LocalDate } from '~/platform/local-date';
import type { Distance, Ending } from '../types';

/** Days before the end, the farthest first. */
export const DISTANCES = [60, 14, 1] as const satisfies readonly Distance[];

/** The subject that is the licence itself, beside the kinds of its conditions. */
export const LICENCE = 'licence';

/** The subject that is the day by which the renewal of a licence is handed in. */
export const HAND_IN = 'hand-in';

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

/** Periods that are, or follow what is, and are not over. */
const counts = (facts: StandingFacts, today: LocalDate): boolean => {
  const { from, no, supersededOn, until, revocations, surrenderedOn } = facts;
  return (
    today <= until &&
    revocations.every(({ to }) => to !== undefined && to < today) &&
    surrenderedOn === null &&
    (from <= today || no > 1) &&
    (supersededOn === null || supersededOn > today)
  );
};

/** Whether a condition is missing on the day already, so that it does not end then. */
const isMissing = (
  facts: readonly StandingFacts[],
  { kind, day }: { kind: string; day: LocalDate },
): boolean =>
  facts.some(({ lapsedComponents }) =>
    lapsedComponents.some((gap) => gap.kind === kind && gap.from <= day && (!gap.to || gap.to >= day)),
  );

/**
 * What of one person's periods ends on `day` without anything that follows, as things stand today. A condition may end on
 * the last day of a period that is renewed: the next one misses it then.
 */
export function endingsOn(facts: readonly StandingFacts[], day: LocalDate, today: LocalDate): Ending[] {
  return facts
    .filter((each) => counts(each, today))
    .flatMap((period) => {
      const { periodId, levelId, ruleSetVersionId, from, until, supersededOn, lapsedComponents } = period;
      const { windowOpens } = period;
      const ending = (subject: string): Ending => {
        return { periodId, subject, levelId, ruleSetVersionId, windowOpens };
      };
      const isLast = until === day && supersededOn === null && from <= today;
      const ended = lapsedComponents.filter(
        (gap) => gap.from === addDays(day, 1) && !isMissing(facts, { kind: gap.kind, day }),
      );
      return [...(isLast ? [ending(LICENCE)] : []), ...ended.map(({ kind }) => ending(kind))];
    });
}
