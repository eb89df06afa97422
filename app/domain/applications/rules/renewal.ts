import { lastDayToHandIn, type Requirement } from '~/domain/frameworks/inputs';
import type { RuleSet } from '~/domain/frameworks/types';
import type { Standing, StandingFacts } from '~/domain/licensing/types';
import { addDays, type LocalDate, lastMonthsAfter } from '~/platform/local-date';
import type { RenewalWay } from '../types';

export type RenewalChance = { way: RenewalWay; lastDay: LocalDate; requires: readonly Requirement[] };

/** Of the rules that the period began under. */
export type Terms = Pick<RuleSet, 'reinstatement' | 'cutOffDays'>;

type Licence = { facts: StandingFacts; standing: Standing };

function reinstatement(
  { until }: StandingFacts,
  { reinstatement: tiers }: Pick<Terms, 'reinstatement'>,
  on: LocalDate,
): RenewalChance | null {
  const tier = tiers.find(({ months }) => on <= lastMonthsAfter(until, months));
  return tier
    ? { way: 'reinstatement', lastDay: lastMonthsAfter(until, tier.months), requires: tier.requires }
    : null;
}

/** Whether a disciplinary suspension covers the day; it does not end with the licence. */
const isBarred = ({ suspensions }: StandingFacts, on: LocalDate): boolean =>
  suspensions.some(
    ({ kind, from, to }) => kind === 'disciplinary' && from <= on && (to === undefined || on <= to),
  );

const isRevoked = ({ revocations }: StandingFacts, on: LocalDate): boolean =>
  revocations.some(({ from, to }) => from <= on && (to === undefined || on <= to));

/** Whether a revocation counts, or is ordered ahead. */
const isRevocationOrdered = ({ revocations }: StandingFacts, on: LocalDate): boolean =>
  revocations.some(({ to }) => to === undefined || on <= to);

/** Whether a pause runs or is ordered ahead: the last day of the licence may still move. */
const isPauseOrdered = ({ suspensions }: StandingFacts, on: LocalDate): boolean =>
  suspensions.some(({ kind, to }) => kind === 'paused' && to !== undefined && on <= to);

/**
 * The day by which a renewal must be handed in, where that is before the last day, and since when it is possible again
 * after it was missed; null when nothing is again. Null on days before the window and after the end.
 */
export function cutOffOf(
  { facts }: Pick<Licence, 'facts'>,
  on: LocalDate,
  terms: Terms,
): { lastDay: LocalDate; isMissed: boolean; again: LocalDate | null } | null {
  const { windowOpens, until, graceUntil } = facts;
  if (terms.cutOffDays === 0 || windowOpens === null || on < windowOpens || until < on) return null;
  const lastDay = lastDayToHandIn(facts, terms.cutOffDays);
  const follows = (graceUntil ?? until) > until || terms.reinstatement.length > 0;
  return { lastDay, isMissed: on > lastDay, again: follows ? addDays(until, 1) : null };
}

/**
 * Whether the newest period of an award may be renewed on a day, and how. A lapsed course (automatic suspension) does
 * not close the window: it must be live again when the renewal is confirmed. A revocation or a pause, even one ordered
 * ahead, and a disciplinary suspension do.
 *
 * The cut-off closes the window early for what is handed in after it (`handedInOn`; what came in time is decided until the
 * end and later). It refuses nobody for ever: the licence runs to its last day, and what follows is grace, then the
 * tiers. That is the order of the field: the All Japan Judo Federation holds the last renewal course of the year before
 * the end on 31 March, and whoever missed it has the qualification made valid again after that (再有効化).
 */
export function renewalChance(
  { facts, standing }: Licence,
  on: LocalDate,
  terms: Terms,
  handedInOn = on,
): RenewalChance | null {
  const { windowOpens, until, graceUntil } = facts;
  const { state, reason } = standing;
  const isOpen = windowOpens !== null && windowOpens <= on;
  if (isRevocationOrdered(facts, on) || facts.surrenderedOn) return null;
  if (isBarred(facts, on) || isPauseOrdered(facts, on)) return null;
  const isLate = on <= until && lastDayToHandIn(facts, terms.cutOffDays) < handedInOn;
  if (isLate) return null;
  if (state === 'renewable' || (state === 'suspended' && reason === 'automatic' && isOpen)) {
    return { way: 'window', lastDay: graceUntil ?? until, requires: [] };
  }
  if (state === 'grace') return { way: 'grace', lastDay: graceUntil ?? until, requires: [] };
  return state === 'lapsed' ? reinstatement(facts, terms, on) : null;
}

/** The cut-off, where nothing but that keeps a renewal from being handed in on the day. */
export function missedCutOff(
  licence: Licence,
  on: LocalDate,
  terms: Terms,
): { lastDay: LocalDate; again: LocalDate | null } | null {
  const cutOff = cutOffOf(licence, on, terms);
  if (!cutOff?.isMissed || !renewalChance(licence, on, { ...terms, cutOffDays: 0 })) return null;
  return { lastDay: cutOff.lastDay, again: cutOff.again };
}

/** The newest period of the level that was awarded last; an award that is revoked on the day does not count. */
export const newestOf = (licences: readonly Licence[], levelId: string, on: LocalDate): Licence | undefined =>
  licences.findLast(({ facts }) => facts.levelId === levelId && !isRevoked(facts, on));

/** Whether a disciplinary suspension of an award of the level, not revoked, keeps a new award away. */
export const isSuspended = (licences: readonly Licence[], levelId: string, on: LocalDate): boolean =>
  licences.some(({ facts }) => facts.levelId === levelId && !isRevoked(facts, on) && isBarred(facts, on));

/** Of a rule set that is not there. */
export const NO_TERMS: Terms = { reinstatement: [], cutOffDays: 0 };

/** Whether somebody holds a level: one that is over for good is applied for anew, one to be revoked when it is. */
export function isHeld(
  licences: readonly Licence[],
  level: { id: string; ruleSets: readonly RuleSet[] },
  on: LocalDate,
): boolean {
  const newest = newestOf(licences, level.id, on);
  if (!newest || newest.facts.surrenderedOn) return false;
  if (isRevocationOrdered(newest.facts, on)) return true;
  const rules = level.ruleSets.find(({ id }) => id === newest.facts.ruleSetVersionId);
  return newest.standing.state !== 'lapsed' || renewalChance(newest, on, rules ?? NO_TERMS) !== null;
}
