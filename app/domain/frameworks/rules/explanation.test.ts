import { expect, test } from 'vitest';
import { explain } from './explanation';

const rules = {
  prerequisites: { kind: 'registration' as const },
  components: [],
  expiry: { kind: 'months' as const, months: 24 },
  windowMonths: 0,
  graceMonths: 6,
  cutOffDays: 0,
  keysRequired: 1 as const,
  points: null,
  reinstatement: [],
};

test('a quiz result names its course and the per cent', () => {
  const prerequisites = { kind: 'quiz-score' as const, ref: 'course:safe', percent: 90 };
  expect(explain({ ...rules, prerequisites })[0]).toEqual({
    key: 'frameworks:rule.quiz-score',
    params: { percent: 90 },
    ref: 'course:safe',
  });
});

test('points and tiers are sentences of their own; without them nothing is said', () => {
  expect(explain(rules).map(({ key }) => key)).toEqual([
    'frameworks:rule.registration',
    'frameworks:expiry.months',
    'frameworks:rule.grace',
    'frameworks:rule.one-key',
  ]);
  const points = {
    total: 10,
    categories: [
      { category: 'course' as const, minimum: 4, maximum: null },
      { category: 'seminar' as const, minimum: 0, maximum: 6 },
    ],
    carryOver: 2,
  };
  const reinstatement = [
    { months: 12, requires: [{ kind: 'course' as const, ref: 'course:safe' }] },
    { months: 24, requires: [] },
  ];
  const sentences = explain({ ...rules, points, reinstatement });
  const asked = sentences.find(({ key }) => key === 'frameworks:rule.points');
  expect(asked?.params).toEqual({ count: 10 });
  expect(asked?.of?.map(({ key, params, about }) => [key, params.count, about])).toEqual([
    ['frameworks:rule.points-minimum', 4, 'frameworks:points.course'],
    ['frameworks:rule.points-maximum', 6, 'frameworks:points.seminar'],
    ['frameworks:rule.carry-over', 2, undefined],
  ]);
  expect(sentences.slice(-4).map(({ key }) => key)).toEqual([
    'frameworks:rule.reinstatement',
    'frameworks:rule.reinstatement-plain',
    'frameworks:rule.apply-anew',
    'frameworks:rule.one-key',
  ]);
});
