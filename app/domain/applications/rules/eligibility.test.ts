import { expect, test } from 'vitest';
import type { Requirement } from '~/domain/frameworks/inputs';
import { type EligibilityFacts, eligibility } from './eligibility';

const nothing: EligibilityFacts = {
  on: '2026-11-23',
  isRegistered: false,
  evidence: [],
  components: [],
  qualifications: [],
};
const course = (slug: string): Requirement => ({ kind: 'course', ref: `course:${slug}` });
const done = (ref: string, occurredOn = '2026-05-01') => ({
  type: ref.split(':')[0] ?? '',
  ref,
  occurredOn,
  hours: null as number | null,
  points: 0,
  category: 'course',
});

const isReady = (prerequisites: Requirement, facts: Partial<EligibilityFacts> = {}) =>
  eligibility({ prerequisites, components: [] }, { ...nothing, ...facts }).isReady;

test('any version of a course counts, another course whose name begins alike does not', () => {
  expect(isReady(course('safe'), { evidence: [done('course:safe@7')] })).toBe(true);
  expect(isReady(course('safe'), { evidence: [done('course:safety@1')] })).toBe(false);
  expect(isReady(course('safe'), { evidence: [done('practical:safe')] })).toBe(false);
  expect(isReady(course('safe'), { evidence: [done('course:safe@1', '2026-11-24')] })).toBe(false);
});

test.each([
  [{ kind: 'all', of: [course('a'), course('b')] }, ['a'], false],
  [{ kind: 'all', of: [course('a'), course('b')] }, ['a', 'b'], true],
  [{ kind: 'any', of: [course('a'), course('b')] }, ['b'], true],
  [{ kind: 'any', of: [course('a'), course('b')] }, [], false],
  [{ kind: 'at-least', count: 2, of: [course('a'), course('b'), course('c')] }, ['c'], false],
  [{ kind: 'at-least', count: 2, of: [course('a'), course('b'), course('c')] }, ['c', 'a'], true],
  [{ kind: 'all', of: [course('a'), { kind: 'any', of: [course('b'), course('c')] }] }, ['a', 'c'], true],
] as [Requirement, string[], boolean][])('%j with %j: %s', (requirement, slugs, ready) => {
  expect(isReady(requirement, { evidence: slugs.map((slug) => done(`course:${slug}@1`)) })).toBe(ready);
});

test('registration, practicals and other qualifications', () => {
  expect(isReady({ kind: 'registration' }, { isRegistered: true })).toBe(true);
  expect(isReady({ kind: 'practical', level: 'one' }, { evidence: [done('practical:one')] })).toBe(true);
  const held = { level: 'one', from: '2026-01-01', until: '2027-01-01' };
  expect(isReady({ kind: 'qualification', level: 'one' }, { qualifications: [held] })).toBe(true);
  expect(isReady({ kind: 'qualification', level: 'two' }, { qualifications: [held] })).toBe(false);
});

test('a component must be live on the day, and says how long and where to get it', () => {
  const components = [{ kind: 'safeguarding', name: { original: 'en' as const }, ref: 'course:safe' }];
  const rules = { prerequisites: { kind: 'registration' as const }, components };
  const live = [
    { kind: 'safeguarding', from: '2024-01-01', until: '2026-12-01' },
    { kind: 'safeguarding', from: '2026-01-01', until: '2028-12-31' },
  ];
  const found = eligibility(rules, { ...nothing, components: live }).findings.at(-1);
  expect(found).toMatchObject({ kind: 'component', met: true, validUntil: '2028-12-31', ref: 'course:safe' });
  expect(eligibility(rules, { ...nothing, on: '2029-01-01', components: live }).findings.at(-1)?.met).toBe(
    false,
  );
});

const given = (facts: Partial<EligibilityFacts['evidence'][number]>) => ({ ...done('course:a@1'), ...facts });

test.each([
  [{ kind: 'hours', category: 'any', hours: 10 }, true],
  [{ kind: 'hours', category: 'course', hours: 10 }, false],
  [{ kind: 'hours', category: 'seminar', hours: 4 }, true],
  [{ kind: 'points', category: 'any', points: 5 }, true],
  [{ kind: 'points', category: 'course', points: 4 }, false],
  [{ kind: 'dan', grade: 2 }, true],
  [{ kind: 'dan', grade: 3 }, false],
] as [Requirement, boolean][])('amounts and grades: %j: %s', (requirement, ready) => {
  const evidence = [
    given({ hours: 6, points: 3 }),
    given({ ref: 'seminar:b', type: 'seminar', hours: 4, points: 2, category: 'seminar' }),
    given({ ref: 'course:later@1', hours: 40, points: 40, occurredOn: '2026-12-01' }),
    given({ ref: 'course:a@2', hours: 6, points: 3, occurredOn: '2026-07-01' }),
    given({ type: 'external', ref: 'dan:2', category: 'other' }),
    given({ type: 'external', ref: 'dan:x', category: 'other' }),
  ];
  expect(isReady(requirement, { evidence })).toBe(ready);
});

test('an amount is there since the day on which it was reached', () => {
  const evidence = [given({ ref: 'course:b@1', hours: 4, occurredOn: '2026-06-01' }), given({ hours: 6 })];
  const prerequisites: Requirement = { kind: 'hours', category: 'course', hours: 10 };
  const [found] = eligibility({ prerequisites, components: [] }, { ...nothing, evidence }).findings;
  expect(found).toMatchObject({ since: '2026-06-01', count: 10, category: 'course', ref: null });
});

test.each([
  [90, '2026-07-01', true],
  [85, '2026-05-01', true],
  [91, null, false],
] as const)(
  'the best result of a quiz, of a completion or after it, is at least %s',
  (percent, since, met) => {
    const evidence = [
      given({ scorePercent: 85 }),
      given({ type: 'quiz', scorePercent: 90, occurredOn: '2026-07-01' }),
      given({ type: 'quiz', scorePercent: 100, occurredOn: '2026-11-24' }),
      given({ ref: 'course:ab@1', scorePercent: 100 }),
      given({ type: 'external', scorePercent: 100 }),
    ];
    const prerequisites: Requirement = { kind: 'quiz-score', ref: 'course:a', percent };
    const [found] = eligibility({ prerequisites, components: [] }, { ...nothing, evidence }).findings;
    expect(found).toMatchObject({ met, since, have: 90, count: percent, ref: 'course:a' });
  },
);

test('without a quiz there is no result', () => {
  const prerequisites: Requirement = { kind: 'quiz-score', ref: 'course:a', percent: 80 };
  const facts = { ...nothing, evidence: [given({ scorePercent: null }), given({})] };
  expect(eligibility({ prerequisites, components: [] }, facts).findings).toMatchObject([
    { met: false, have: null },
  ]);
});

test('anew: a course or an examination of earlier does not count, a grade and amounts do', () => {
  const evidence = [
    given({ hours: 6, points: 3, scorePercent: 90 }),
    given({ type: 'practical', ref: 'practical:one' }),
    given({ type: 'external', ref: 'dan:2' }),
  ];
  const ready = (requirement: Requirement, anewAfter: string) =>
    isReady(requirement, { evidence, anewAfter });
  const result = { kind: 'quiz-score', ref: 'course:a', percent: 90 };
  for (const anew of [course('a'), result, { kind: 'practical', level: 'one' }] as Requirement[]) {
    expect(ready(anew, '2026-05-01')).toBe(false);
    expect(ready(anew, '2026-04-30')).toBe(true);
  }
  for (const kept of [
    { kind: 'dan', grade: 2 },
    { kind: 'hours', category: 'course', hours: 6 },
    { kind: 'points', category: 'any', points: 3 },
  ] as Requirement[])
    expect(ready(kept, '2026-05-01')).toBe(true);
});
