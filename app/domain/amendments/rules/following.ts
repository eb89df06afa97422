import type { RuleSet } from '~/domain/frameworks/types';
import type { LocalDate } from '~/platform/local-date';

/** The rules that would be in force on the day before, had nothing begun on the day; null before the first. */
export const rulesBefore = (ruleSets: readonly RuleSet[], day: LocalDate): RuleSet | null =>
  ruleSets.findLast(({ effectiveFrom, isWithdrawn }) => !isWithdrawn && effectiveFrom < day) ?? null;

/** Approved rules of the same day, of which a draft would take the place; null when there are none. */
export const rulesReplaced = (ruleSets: readonly RuleSet[], day: LocalDate): RuleSet | null =>
  ruleSets.findLast(({ effectiveFrom, isWithdrawn }) => !isWithdrawn && effectiveFrom === day) ?? null;

/** The rules that would be in force on the day without a draft that begins on it. */
export const rulesWithout = (ruleSets: readonly RuleSet[], day: LocalDate): RuleSet | null =>
  rulesReplaced(ruleSets, day) ?? rulesBefore(ruleSets, day);

/** The first rules that begin after the day; null when none are to come. */
export const rulesAfter = (ruleSets: readonly RuleSet[], day: LocalDate): RuleSet | null =>
  ruleSets.find(({ effectiveFrom, isWithdrawn }) => !isWithdrawn && effectiveFrom > day) ?? null;

/** The next 1 January: rules usually change with the year. */
export const nextNewYear = (today: LocalDate): LocalDate => `${Number(today.slice(0, 4)) + 1}-01-01`;
