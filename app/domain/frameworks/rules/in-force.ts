import type { LocalDate } from '~/platform/local-date';
import type { Level, RuleSet } from '../types';
import { explain } from './explanation';

/** The rule set in force on a day: the last one that has begun and was not taken back. */
export const ruleSetOn = (ruleSets: readonly RuleSet[], on: LocalDate): RuleSet | null =>
  ruleSets.reduce<RuleSet | null>(
    (found, rules) => (rules.effectiveFrom <= on && !rules.isWithdrawn ? rules : found),
    null,
  );

/** A level as it stands on a day. */
export function levelOn(level: Omit<Level, 'ruleSet' | 'explanation'>, on: LocalDate): Level {
  const ruleSet = ruleSetOn(level.ruleSets, on);
  return { ...level, ruleSet, explanation: ruleSet ? explain(ruleSet) : [] };
}
