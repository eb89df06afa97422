import type { ReinstatementTier, Requirement } from '~/domain/frameworks/inputs';
import type { RuleSet } from '~/domain/frameworks/types';
import type { Standing, StandingFacts } from '~/domain/licensing/types';
import { addMonths, type LocalDate } from '~/platform/local-date';
import type { RenewalWay } from '../types';

export type RenewalChance = { way: RenewalWay; lastDay: LocalDate; requires: readonly Requirement[] };

type Licence = { facts: StandingFacts; standing: Standing };

function reinstatement(
  { until }: StandingFacts,
  tiers: readonly ReinstatementTier[],
  on: LocalDate,
): RenewalChance | null {
  const tier = tiers.find(({ months }) => on <= addMonths(until, months));
  return tier
    ? { way: 'reinstatement', lastDay: addMonths(until, tier.months), requires: tier.requires }
    : null;
}

/**
 * Whether the newest period of an award may be renewed on a day, and how. A lapsed course (automatic suspension) does
 * not close the window: it must be live again when the renewal is confirmed. `tiers` of the rules the period began under.
 */
export function renewalChance(
  { facts, standing }: Licence,
  on: LocalDate,
  tiers: readonly ReinstatementTier[],
): RenewalChance | null {
  const { windowOpens, until, graceUntil } = facts;
  const { state, reason } = standing;
  const isOpen = windowOpens !== null && windowOpens <= on;
  if (facts.revocation || facts.surrenderedOn) return null;
  if (state === 'renewable' || (state === 'suspended' && reason === 'automatic' && isOpen)) {
    return { way: 'window', lastDay: graceUntil ?? until, requires: [] };
  }
  if (state === 'grace') return { way: 'grace', lastDay: graceUntil ?? until, requires: [] };
  return state === 'lapsed' ? reinstatement(facts, tiers, on) : null;
}

/** The newest period of the level that was awarded last; a revoked award does not count. */
export const newestOf = (licences: readonly Licence[], levelId: string): Licence | undefined =>
  licences.findLast(({ facts }) => facts.levelId === levelId && facts.revocation === null);

/** Whether somebody holds a level: one that is over for good is applied for anew. */
export function isHeld(
  licences: readonly Licence[],
  level: { id: string; ruleSets: readonly RuleSet[] },
  on: LocalDate,
): boolean {
  const newest = newestOf(licences, level.id);
  if (!newest || newest.facts.surrenderedOn) return false;
  const rules = level.ruleSets.find(({ id }) => id === newest.facts.ruleSetVersionId);
  return newest.standing.state !== 'lapsed' || renewalChance(newest, on, rules?.reinstatement ?? []) !== null;
}
