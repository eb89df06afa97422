import type { EarnedKind, ExpiryRule, PointsRule, ReinstatementTier, Requirement } from '../inputs';
import type { DraftRules, Sentence } from '../types';

const NONE = {};

const explainEarned = (key: Sentence['key'], count: number, category: EarnedKind): Sentence => ({
  key,
  params: { count },
  ...(category === 'any' ? {} : { about: `frameworks:points.${category}` as const }),
});

/** A requirement in a sentence; groups hold the sentences of their parts. */
export function explainRequirement(requirement: Requirement): Sentence {
  switch (requirement.kind) {
    case 'registration':
    case 'code-of-conduct':
      return { key: `frameworks:rule.${requirement.kind}`, params: NONE };
    case 'course':
      return { key: 'frameworks:rule.course', params: NONE, ref: requirement.ref };
    case 'quiz-score':
      return {
        key: 'frameworks:rule.quiz-score',
        params: { percent: requirement.percent },
        ref: requirement.ref,
      };
    case 'practical':
      return { key: 'frameworks:rule.practical', params: NONE, ref: `level:${requirement.level}` };
    case 'qualification':
      return { key: 'frameworks:rule.qualification', params: NONE, ref: `level:${requirement.level}` };
    case 'hours':
      return explainEarned('frameworks:rule.hours', requirement.hours, requirement.category);
    case 'points':
      return explainEarned('frameworks:rule.points-earned', requirement.points, requirement.category);
    case 'dan':
      return {
        key: requirement.grade === 1 ? 'frameworks:rule.dan-first' : 'frameworks:rule.dan',
        params: { count: requirement.grade },
      };
    case 'age':
      return { key: 'frameworks:rule.age', params: { count: requirement.years } };
    case 'all':
      return { key: 'frameworks:rule.all', params: NONE, of: requirement.of.map(explainRequirement) };
    case 'any':
      return { key: 'frameworks:rule.any', params: NONE, of: requirement.of.map(explainRequirement) };
    case 'at-least':
      return {
        key: 'frameworks:rule.at-least',
        params: { count: requirement.count },
        of: requirement.of.map(explainRequirement),
      };
  }
}

function explainExpiry(rule: ExpiryRule): Sentence {
  switch (rule.kind) {
    case 'months':
      return { key: 'frameworks:expiry.months', params: { count: rule.months } };
    case 'calendar-year-end':
      return rule.years === 0
        ? { key: 'frameworks:expiry.calendar-year', params: NONE }
        : { key: 'frameworks:expiry.calendar-year-later', params: { count: rule.years } };
    case 'fiscal-year-end':
      return rule.years === 0
        ? { key: 'frameworks:expiry.fiscal-year', params: NONE }
        : { key: 'frameworks:expiry.fiscal-year-later', params: { count: rule.years } };
    case 'fiscal-year-end-after-anniversary':
      return { key: 'frameworks:expiry.fiscal-year-after-anniversary', params: { count: rule.years } };
  }
}

function explainPoints(rule: PointsRule): Sentence {
  const of = rule.categories.flatMap(({ category, minimum, maximum }): Sentence[] => {
    const about = `frameworks:points.${category}` as const;
    const least: Sentence = { key: 'frameworks:rule.points-minimum', params: { count: minimum }, about };
    if (maximum === null) return minimum > 0 ? [least] : [];
    const most: Sentence = { key: 'frameworks:rule.points-maximum', params: { count: maximum }, about };
    return minimum > 0 ? [least, most] : [most];
  });
  if (rule.carryOver > 0) of.push({ key: 'frameworks:rule.carry-over', params: { count: rule.carryOver } });
  return { key: 'frameworks:rule.points', params: { count: rule.total }, of };
}

const explainTier = ({ months, requires }: ReinstatementTier): Sentence => ({
  key: requires.length > 0 ? 'frameworks:rule.reinstatement' : 'frameworks:rule.reinstatement-plain',
  params: { count: months },
  of: requires.map(explainRequirement),
});

/** The parts of the outermost "all", or the one requirement there is. */
const topParts = (requirement: Requirement): readonly Requirement[] =>
  requirement.kind === 'all' ? requirement.of : [requirement];

/** A rule set in sentences, in the order in which a coach meets them. */
export function explain(rules: Omit<DraftRules, 'effectiveFrom'>): Sentence[] {
  const components = rules.components.map(
    ({ kind, name, ref }): Sentence => ({
      key: 'frameworks:rule.component',
      params: NONE,
      name,
      ref,
      component: kind,
    }),
  );
  const spans: Sentence[] = [];
  if (rules.windowMonths > 0)
    spans.push({ key: 'frameworks:rule.window', params: { count: rules.windowMonths } });
  if (rules.cutOffDays > 0)
    spans.push({ key: 'frameworks:rule.cut-off', params: { count: rules.cutOffDays } });
  if (rules.graceMonths > 0)
    spans.push({ key: 'frameworks:rule.grace', params: { count: rules.graceMonths } });
  if (rules.reinstatement.length > 0) {
    spans.push(...rules.reinstatement.map(explainTier), { key: 'frameworks:rule.apply-anew', params: NONE });
  }
  return [
    ...topParts(rules.prerequisites).map(explainRequirement),
    ...components,
    ...(rules.points ? [explainPoints(rules.points)] : []),
    explainExpiry(rules.expiry),
    ...spans,
    { key: rules.keysRequired === 2 ? 'frameworks:rule.two-keys' : 'frameworks:rule.one-key', params: NONE },
  ];
}
