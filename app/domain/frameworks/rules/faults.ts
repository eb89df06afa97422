import { EARNED_SOURCES, type PointsRule, type Requirement, type RuleSetInput } from '../inputs';
import type { CourseQuiz, RuleFault } from '../types';
import { allAsked } from './asked';
import { latestCutOff } from './cut-off';

const isRepeated = (values: readonly (string | number)[]): boolean => new Set(values).size !== values.length;

/** Two rules for one category, or a limit below its minimum. */
function pointsCollide(points: PointsRule | null): boolean {
  const categories = points?.categories ?? [];
  return (
    isRepeated(categories.map(({ category }) => category)) ||
    categories.some(({ minimum, maximum }) => maximum !== null && maximum < minimum)
  );
}

const hasTooFew = (requirement: Requirement): boolean =>
  requirement.kind === 'at-least' && requirement.count > requirement.of.length;

/** Hours or points of a kind that nothing on record can be of. */
const hasNoSource = (requirement: Requirement): boolean =>
  (requirement.kind === 'hours' || requirement.kind === 'points') &&
  !EARNED_SOURCES[requirement.kind].includes(requirement.category);

const minimumHasNoSource = (points: PointsRule | null): boolean =>
  (points?.categories ?? []).some(
    ({ category, minimum }) => minimum > 0 && !EARNED_SOURCES.points.includes(category),
  );

type Quizzes = ReadonlyMap<string, CourseQuiz>;

/** What is wrong with a quiz result that is asked for; every completed course reaches the pass mark anyway. */
function quizFault(requirement: Requirement, quizzes: Quizzes): RuleFault | null {
  if (requirement.kind !== 'quiz-score') return null;
  const quiz = quizzes.get(requirement.ref.replace(/^course:/, ''));
  if (quiz === undefined) return 'unknown-course';
  if (quiz === null) return 'no-quiz';
  return requirement.percent <= quiz.passPercent ? 'percent-in-pass-mark' : null;
}

/**
 * What is wrong with a rule set as a whole; each part has been parsed. `known`: the level it is for, the slugs of all
 * levels, the quizzes of the courses whose result is asked for, and whether there is a code of conduct on the first day,
 * or null where levels are only being defined.
 */
export function faultsOf(
  { prerequisites, components, points, reinstatement, ...spans }: RuleSetInput,
  known: { own: string; levels: readonly string[]; quizzes: Quizzes; hasCode: boolean } | null,
): RuleFault[] {
  const months = reinstatement.map((tier) => tier.months);
  const asked = allAsked({ prerequisites, reinstatement });
  const levels = asked.flatMap((each) => ('level' in each ? [each.level] : []));
  const held = asked.flatMap((each) => (each.kind === 'qualification' ? [each.level] : []));
  const quizFaults = known ? asked.map((each) => quizFault(each, known.quizzes)) : [];
  const found: Record<RuleFault, boolean> = {
    'points-collide': pointsCollide(points),
    // Tiers follow each other, and the first one follows grace.
    'tiers-collide': months.some((each, at) => each <= (months[at - 1] ?? spans.graceMonths)),
    'too-few-parts': asked.some(hasTooFew),
    'same-component': isRepeated(components.map(({ kind }) => kind)),
    'unknown-level': known !== null && levels.some((slug) => !known.levels.includes(slug)),
    'own-level': known !== null && held.includes(known.own),
    'no-source': known !== null && (asked.some(hasNoSource) || minimumHasNoSource(points)),
    'unknown-course': quizFaults.includes('unknown-course'),
    'no-code': known !== null && !known.hasCode && asked.some(({ kind }) => kind === 'code-of-conduct'),
    'no-quiz': quizFaults.includes('no-quiz'),
    'cut-off-before-window': spans.cutOffDays > latestCutOff(spans),
    'percent-in-pass-mark': quizFaults.includes('percent-in-pass-mark'),
  };
  return (Object.keys(found) as RuleFault[]).filter((fault) => found[fault]);
}
