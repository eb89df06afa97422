import type { ComponentRule, Requirement, SimpleRequirement } from '~/domain/frameworks/inputs';
import type { LocalDate } from '~/platform/local-date';
import type { Finding } from '../types';

/** What is known about a person on a day; qualifications are those in force on it. */
export type EligibilityFacts = {
  on: LocalDate;
  isRegistered: boolean;
  evidence: readonly { type: string; ref: string; occurredOn: LocalDate }[];
  components: readonly { kind: string; from: LocalDate; until: LocalDate }[];
  qualifications: readonly { level: string; from: LocalDate; until: LocalDate }[];
};

type Rules = { prerequisites: Requirement; components: readonly ComponentRule[] };

type Found = { since: LocalDate | null; validUntil: LocalDate | null } | null;

const first = (days: readonly LocalDate[]): LocalDate | null => [...days].sort()[0] ?? null;

function findSimple(requirement: SimpleRequirement, facts: EligibilityFacts): Found {
  const evidence = (type: string, fits: (ref: string) => boolean): Found => {
    const since = first(
      facts.evidence
        .filter((each) => each.type === type && fits(each.ref) && each.occurredOn <= facts.on)
        .map(({ occurredOn }) => occurredOn),
    );
    return since ? { since, validUntil: null } : null;
  };
  switch (requirement.kind) {
    case 'registration':
      return facts.isRegistered ? { since: null, validUntil: null } : null;
    case 'course':
      return evidence('course', (ref) => ref === requirement.ref || ref.startsWith(`${requirement.ref}@`));
    case 'practical':
      return evidence('practical', (ref) => ref === `practical:${requirement.level}`);
    case 'qualification': {
      const held = facts.qualifications.find(({ level }) => level === requirement.level);
      return held ? { since: held.from, validUntil: held.until } : null;
    }
  }
}

function sourceOf(requirement: SimpleRequirement): string {
  switch (requirement.kind) {
    case 'registration':
      return 'account';
    case 'course':
      return requirement.ref;
    case 'practical':
      return `practical:${requirement.level}`;
    case 'qualification':
      return `level:${requirement.level}`;
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
  const found = findSimple(requirement, facts);
  return {
    kind: requirement.kind,
    met: found !== null,
    since: found?.since ?? null,
    validUntil: found?.validUntil ?? null,
    ref: sourceOf(requirement),
    name: null,
    count: null,
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
