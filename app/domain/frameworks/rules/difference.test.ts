import { expect, test } from 'vitest';
import type { DraftRules } from '../types';
import { differenceOf } from './difference';
import { explain } from './explanation';
import { faultsOf } from './faults';

const rules: DraftRules = {
  effectiveFrom: '2026-01-01',
  prerequisites: {
    kind: 'all',
    of: [{ kind: 'registration' }, { kind: 'course', ref: 'course:safe' }],
  },
  components: [{ kind: 'safe', name: { original: 'en' }, ref: 'course:safe' }],
  expiry: { kind: 'months', months: 24 },
  windowMonths: 3,
  graceMonths: 3,
  cutOffDays: 0,
  keysRequired: 1,
  points: { total: 6, categories: [], carryOver: 0 },
  reinstatement: [{ months: 12, requires: [] }],
};

const changes = (changed: Partial<DraftRules>) =>
  differenceOf(explain(rules), explain({ ...rules, ...changed })).map(({ kind, was, now }) => [
    kind,
    was?.key.replace('frameworks:', '') ?? null,
    now?.key.replace('frameworks:', '') ?? null,
  ]);

test('the same rules differ in nothing', () => {
  expect(changes({})).toEqual([]);
});

test('a name differs by its words, not by who wrote them', () => {
  const named = (text: string, by: string) =>
    explain({
      ...rules,
      components: [
        { kind: 'safe', name: { original: 'en', en: { text, origin: 'author', by } }, ref: 'course:safe' },
      ],
    });
  expect(differenceOf(named('Safe', 'one'), named('Safe', 'two'))).toEqual([]);
  expect(differenceOf(named('Safe', 'one'), named('Safer', 'one'))).toMatchObject([{ kind: 'changed' }]);
});

test.each([
  [{ points: { total: 10, categories: [], carryOver: 0 } }, [['changed', 'rule.points', 'rule.points']]],
  [{ points: null }, [['removed', 'rule.points', null]]],
  [
    { expiry: { kind: 'calendar-year-end', years: 0 } },
    [['changed', 'expiry.months', 'expiry.calendar-year']],
  ],
  [{ keysRequired: 2 }, [['changed', 'rule.one-key', 'rule.two-keys']]],
  [{ components: [] }, [['removed', 'rule.component', null]]],
  [
    { reinstatement: [{ months: 12, requires: [{ kind: 'dan', grade: 1 }] }] },
    [['changed', 'rule.reinstatement-plain', 'rule.reinstatement']],
  ],
  [
    {
      prerequisites: { kind: 'all', of: [{ kind: 'registration' }, { kind: 'course', ref: 'course:more' }] },
    },
    [
      ['added', null, 'rule.course'],
      ['removed', 'rule.course', null],
    ],
  ],
] as [Partial<DraftRules>, unknown][])('%j', (changed, wanted) => {
  expect(changes(changed)).toEqual(wanted);
});

const quizzes = new Map([
  ['safe', { passPercent: 70 }],
  ['plain', null],
]);

const faults = (changed: Partial<DraftRules>) => {
  const { components, reinstatement, ...rest } = { ...rules, ...changed };
  return faultsOf(
    { ...rest, components: [...components], reinstatement: [...reinstatement] },
    { own: 'one', levels: ['one', 'two'], quizzes, hasCode: false },
  );
};

test('a quiz result lies above the pass mark of a quiz that there is', () => {
  const asked = (course: string, percent: number) =>
    faults({
      prerequisites: { kind: 'any', of: [{ kind: 'quiz-score', ref: `course:${course}`, percent }] },
    });
  expect(asked('safe', 71)).toEqual([]);
  expect(asked('safe', 100)).toEqual([]);
  expect(asked('safe', 70)).toEqual(['percent-in-pass-mark']);
  expect(asked('plain', 90)).toEqual(['no-quiz']);
  expect(asked('none', 90)).toEqual(['unknown-course']);
});

test('the code of conduct is asked for only where there is one', () => {
  const code = { kind: 'code-of-conduct' as const };
  expect(faults({ prerequisites: { kind: 'any', of: [code] } })).toEqual(['no-code']);
});

test('rules that contradict themselves say why', () => {
  expect(faults({})).toEqual([]);
  expect(faults({ graceMonths: 12 })).toEqual(['tiers-collide']);
  expect(faults({ components: [...rules.components, ...rules.components] })).toEqual(['same-component']);
  const few = { kind: 'at-least' as const, count: 2, of: [{ kind: 'registration' as const }] };
  expect(faults({ prerequisites: few })).toEqual(['too-few-parts']);
  expect(faults({ prerequisites: { kind: 'qualification', level: 'three' } })).toEqual(['unknown-level']);
  expect(faults({ prerequisites: { kind: 'qualification', level: 'one' } })).toEqual(['own-level']);
  expect(faults({ prerequisites: { kind: 'practical', level: 'one' } })).toEqual([]);
  expect(faults({ prerequisites: { kind: 'hours', category: 'other', hours: 8 } })).toEqual([]);
  expect(faults({ prerequisites: { kind: 'hours', category: 'seminar', hours: 8 } })).toEqual(['no-source']);
  expect(faults({ prerequisites: { kind: 'points', category: 'other', points: 8 } })).toEqual(['no-source']);
  const placements = { category: 'placement' as const, minimum: 1, maximum: null };
  expect(faults({ points: { total: 6, categories: [placements], carryOver: 0 } })).toEqual(['no-source']);
});
