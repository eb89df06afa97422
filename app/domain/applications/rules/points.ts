import type { PointsRule } from '~/domain/frameworks/inputs';
import { CARRIED, type CountedPoints } from '~/domain/ledger/types';
import type { LocalDate } from '~/platform/local-date';
import type { PointsCount } from '../types';

export type Earned = { id: string; category: string; points: number; occurredOn: LocalDate };

const sum = (entries: readonly { points: number }[]): number =>
  entries.reduce((total, { points }) => total + points, 0);

/** What each piece gives, oldest first, until its category is full. */
function counted(rule: PointsRule, earned: readonly Earned[]): CountedPoints[] {
  const room = new Map(rule.categories.map(({ category, maximum }) => [category as string, maximum]));
  const inOrder = [...earned].sort((a, b) =>
    a.occurredOn === b.occurredOn ? (a.id < b.id ? -1 : 1) : a.occurredOn < b.occurredOn ? -1 : 1,
  );
  return inOrder.map(({ id, category, points }) => {
    const left = room.get(category) ?? null;
    const given = left === null ? points : Math.min(points, left);
    if (left !== null) room.set(category, left - given);
    return { evidenceId: id, category, points: given };
  });
}

/**
 * The points of a cycle under the rules it began under. `carried` came from the cycle before and counts to the total
 * only; what lies above the total passes on, as far as the rules allow.
 */
export function countCycle(rule: PointsRule, carried: number, earned: readonly Earned[]): PointsCount {
  const entries = counted(rule, earned);
  const total = carried + sum(entries);
  const categories = rule.categories.map((each) => ({
    ...each,
    points: sum(entries.filter(({ category }) => category === each.category)),
  }));
  return {
    total,
    required: rule.total,
    carried,
    carryOver: Math.min(rule.carryOver, Math.max(0, total - rule.total)),
    categories,
    entries,
    met: total >= rule.total && categories.every(({ points, minimum }) => points >= minimum),
  };
}

type Cycle = { periodId: string; from: LocalDate; recordedOn: LocalDate };
type Entry = CountedPoints & { periodId: string; reversesId: string | null; isReversed: boolean };

/**
 * What a cycle has earned until a day and nothing has counted yet, and what passed into it. A cycle earns from its
 * first day, and from the day on which it was confirmed where that was earlier.
 */
export function earnedIn(
  cycle: Cycle,
  until: LocalDate,
  evidence: readonly Earned[],
  ledger: readonly Entry[],
): { carried: number; earned: Earned[] } {
  const live = ledger.filter(({ reversesId, isReversed }) => reversesId === null && !isReversed);
  const known = new Set(live.map(({ evidenceId }) => evidenceId));
  const hasBegun = (day: LocalDate) => cycle.from <= day || cycle.recordedOn <= day;
  return {
    carried: sum(
      live.filter(({ periodId, category }) => periodId === cycle.periodId && category === CARRIED),
    ),
    earned: evidence.filter(
      ({ id, points, occurredOn }) =>
        points > 0 && !known.has(id) && hasBegun(occurredOn) && occurredOn <= until,
    ),
  };
}
