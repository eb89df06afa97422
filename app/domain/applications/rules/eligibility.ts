import {
  type ComponentRule,
  type EarnedKind,
  type Requirement,
  requirementKey,
  type SimpleRequirement,
} from '~/domain/frameworks/inputs';
import type { LocalDate } from '~/platform/local-date';
import type { CountedBy, Finding } from '../types';
import { amountOf, categoryOf, sourceOf } from './asked';

export type EvidenceFact = {
  type: string;
  ref: string;
  occurredOn: LocalDate;
  hours: number | null;
  points: number;
  category: string;
  /** Of the quiz of a course, in per cent. */
  scorePercent?: number | null;
};

/** A requirement, by its key, that a paper of others stands in for from a day. */
export type CountedFact = {
  key: string;
  since: LocalDate;
  validUntil: LocalDate | null;
  by: CountedBy;
};

/** What is known about a person on a day; qualifications are those in force on it. */
export type EligibilityFacts = {
  on: LocalDate;
  isRegistered: boolean;
  /** Full years on the day, only where the rules ask for an age; null or absent: not known. */
  age?: { years: number; isOwnWord: boolean } | null;
  /** Since when the code of conduct in force is accepted, only where the rules ask for it; null or absent: it is not. */
  codeAcceptedOn?: LocalDate | null;
  evidence: readonly EvidenceFact[];
  /** Courses and practical examinations count when they are later than this day; null or absent: whenever they were. */
  anewAfter?: LocalDate | null;
  components: readonly { kind: string; from: LocalDate; until: LocalDate }[];
  qualifications: readonly { level: string; from: LocalDate; until: LocalDate }[];
  /** Only for the award of the level that is asked for. */
  counted?: readonly CountedFact[];
};

type Rules = { prerequisites: Requirement; components: readonly ComponentRule[] };

type Found = { since: LocalDate | null; validUntil: LocalDate | null } | null;

const first = (days: readonly LocalDate[]): LocalDate | null => [...days].sort()[0] ?? null;

/**
 * The day on which the sum of what is on record reached the amount; null while it has not. A course counts once, as it
 * was completed first, however often it was taken again and in whatever version.
 */
function reachedOn(
  facts: EligibilityFacts,
  category: EarnedKind,
  amount: number,
  give: (fact: EvidenceFact) => number,
): Found {
  const inOrder = facts.evidence
    .filter((each) => each.occurredOn <= facts.on && (category === 'any' || each.category === category))
    .sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1));
  const courses = new Set<string>();
  let sum = 0;
  for (const each of inOrder) {
    const course = each.type === 'course' ? each.ref.replace(/@.*$/, '') : null;
    if (course && courses.has(course)) continue;
    if (course) courses.add(course);
    sum += give(each);
    if (sum >= amount) return { since: each.occurredOn, validUntil: null };
  }
  return null;
}

const gradeOf = (ref: string): number => Number(/^dan:(\d+)(?:@|$)/.exec(ref)?.[1] ?? 0);

const isOf = (ref: string, course: string): boolean => ref === course || ref.startsWith(`${course}@`);

/** Results of a quiz that count on the day: of completions, and better ones after them. */
const resultsOf = (course: string, { evidence, anewAfter, on }: EligibilityFacts) =>
  evidence.flatMap(({ type, ref, scorePercent, occurredOn }) =>
    (type === 'course' || type === 'quiz') &&
    isOf(ref, course) &&
    typeof scorePercent === 'number' &&
    (anewAfter ?? '') < occurredOn &&
    occurredOn <= on
      ? [{ scorePercent, occurredOn }]
      : [],
  );

function quizEvidence(course: string, facts: EligibilityFacts, percent: number): Found {
  const reached = resultsOf(course, facts).filter(({ scorePercent }) => scorePercent >= percent);
  const since = first(reached.map(({ occurredOn }) => occurredOn));
  return since ? { since, validUntil: null } : null;
}

/** The best result so far; null before any. */
const bestOf = (requirement: SimpleRequirement, facts: EligibilityFacts): number | null =>
  requirement.kind === 'quiz-score'
    ? resultsOf(requirement.ref, facts).reduce<number | null>(
        (best, { scorePercent }) => Math.max(best ?? 0, scorePercent),
        null,
      )
    : null;

function findSimple(requirement: SimpleRequirement, facts: EligibilityFacts): Found {
  const evidence = (type: string, fits: (ref: string) => boolean, after = facts.anewAfter ?? ''): Found => {
    const since = first(
      facts.evidence
        .filter((each) => each.type === type && fits(each.ref))
        .filter(({ occurredOn }) => after < occurredOn && occurredOn <= facts.on)
        .map(({ occurredOn }) => occurredOn),
    );
    return since ? { since, validUntil: null } : null;
  };
  switch (requirement.kind) {
    case 'registration':
      return facts.isRegistered ? { since: null, validUntil: null } : null;
    case 'course':
      return evidence('course', (ref) => isOf(ref, requirement.ref));
    case 'quiz-score':
      return quizEvidence(requirement.ref, facts, requirement.percent);
    case 'practical':
      return evidence('practical', (ref) => ref === `practical:${requirement.level}`);
    case 'qualification': {
      const held = facts.qualifications.find(({ level }) => level === requirement.level);
      return held ? { since: held.from, validUntil: held.until } : null;
    }
    case 'hours':
      return reachedOn(facts, requirement.category, requirement.hours, ({ hours }) => hours ?? 0);
    case 'points':
      return reachedOn(facts, requirement.category, requirement.points, ({ points }) => points);
    case 'dan':
      return evidence('external', (ref) => gradeOf(ref) >= requirement.grade, '');
    case 'age':
      return (facts.age?.years ?? 0) >= requirement.years ? { since: null, validUntil: null } : null;
    case 'code-of-conduct':
      return facts.codeAcceptedOn ? { since: facts.codeAcceptedOn, validUntil: null } : null;
  }
}

function finding(requirement: Requirement, facts: EligibilityFacts): Finding {
  if (requirement.kind === 'all' || requirement.kind === 'any' || requirement.kind === 'at-least') {
    const of = requirement.of.map((part) => finding(part, facts));
    const needed =
      requirement.kind === 'all' ? of.length : requirement.kind === 'any' ? 1 : requirement.count;
    const met = of.filter((part) => part.met).length >= needed;
    const count = requirement.kind === 'all' ? null : needed;
    return { kind: requirement.kind, met, since: null, validUntil: null, ref: null, name: null, count, of };
  }
  const own = findSimple(requirement, facts);
  const key = own ? null : requirementKey(requirement);
  const counted = key === null ? undefined : facts.counted?.find((each) => each.key === key);
  const found = own ?? counted ?? null;
  return {
    kind: requirement.kind,
    met: found !== null,
    since: found?.since ?? null,
    validUntil: found?.validUntil ?? null,
    ref: sourceOf(requirement, { knowsAge: Boolean(facts.age) }),
    name: null,
    count: amountOf(requirement),
    category: categoryOf(requirement),
    ...(counted ? { by: counted.by } : {}),
    have: bestOf(requirement, facts),
    isOwnWord: requirement.kind === 'age' && facts.age?.isOwnWord === true,
    of: [],
  };
}

function componentFinding(rule: ComponentRule, facts: EligibilityFacts): Finding {
  const live = facts.components
    .filter(({ kind, from, until }) => kind === rule.kind && from <= facts.on && facts.on <= until)
    .sort((a, b) => (a.until < b.until ? 1 : -1))[0];
  return {
    kind: 'component',
    met: live !== undefined,
    since: live?.from ?? null,
    validUntil: live?.until ?? null,
    ref: rule.ref,
    name: rule.name,
    count: null,
    of: [],
  };
}

/** What a level asks for, each met or missing on the day: the parts of its prerequisites, then its components. */
export function eligibility(
  rules: Rules,
  facts: EligibilityFacts,
): { findings: Finding[]; isReady: boolean } {
  const { prerequisites, components } = rules;
  const parts = prerequisites.kind === 'all' ? prerequisites.of : [prerequisites];
  const findings = [
    ...parts.map((part) => finding(part, facts)),
    ...components.map((rule) => componentFinding(rule, facts)),
  ];
  return { findings, isReady: findings.every(({ met }) => met) };
}

/** Of a group that asks for some of its parts only as many as are needed beyond those that are met on their own. */
function countedBeneath({ kind, count, of }: Finding): CountedBy[] {
  if ((kind !== 'any' && kind !== 'at-least') || count === null) return countedIn(of);
  const met = of.filter((part) => part.met).map((part) => countedIn([part]));
  const carried = met.filter((papers) => papers.length > 0);
  const missing = Math.max(0, count - (met.length - carried.length));
  return carried.slice(0, missing).flat();
}

/** The papers of others on which something rests that counts as met, each once. */
export function countedIn(findings: readonly Finding[]): CountedBy[] {
  const all = findings.flatMap((each) => [...(each.by ? [each.by] : []), ...countedBeneath(each)]);
  return all.filter(
    (each, index) => all.findIndex(({ id, paper }) => id === each.id && paper === each.paper) === index,
  );
}
