import { describe, expect, it } from 'vitest';
import type { PointsRule } from '~/domain/frameworks/inputs';
import { countCycle, earnedIn } from './points';

const rule: PointsRule = {
  total: 10,
  categories: [
    { category: 'course', minimum: 4, maximum: null },
    { category: 'seminar', minimum: 0, maximum: 6 },
  ],
  carryOver: 2,
};
const piece = (id: string, category: string, points: number, occurredOn = '2026-05-01') => ({
  id,
  category,
  points,
  occurredOn,
});

describe('countCycle', () => {
  it('asks for the total and for the minimum of each category', () => {
    const seminars = [piece('a', 'seminar', 6), piece('b', 'placement', 10)];
    expect(countCycle(rule, 0, seminars)).toMatchObject({ total: 16, met: false });
    expect(countCycle(rule, 0, [...seminars, piece('c', 'course', 4)])).toMatchObject({
      total: 20,
      met: true,
    });
    expect(countCycle(rule, 0, [piece('c', 'course', 9)])).toMatchObject({ total: 9, met: false });
  });

  it('counts no more of a category than its limit, the oldest first', () => {
    const found = countCycle(rule, 0, [
      piece('late', 'seminar', 4, '2026-06-01'),
      piece('early', 'seminar', 4, '2026-01-01'),
      piece('last', 'seminar', 4, '2026-07-01'),
    ]);
    expect(found.entries.map(({ evidenceId, points }) => [evidenceId, points])).toEqual([
      ['early', 4],
      ['late', 2],
      ['last', 0],
    ]);
    expect(found.categories[1]).toMatchObject({ points: 6, maximum: 6 });
  });

  it('takes carried points to the total only, and passes on what the rules allow', () => {
    const found = countCycle(rule, 2, [piece('a', 'course', 12)]);
    expect(found).toMatchObject({ total: 14, carried: 2, carryOver: 2, met: true });
    expect(countCycle(rule, 10, [])).toMatchObject({ total: 10, met: false, carryOver: 0 });
  });
});

describe('earnedIn', () => {
  const cycle = { periodId: 'p2', from: '2026-03-01', recordedOn: '2026-02-10' };
  const entry = (evidenceId: string | null, changes: object = {}) => ({
    evidenceId,
    periodId: 'p1',
    category: 'course',
    points: 2,
    reversesId: null,
    isReversed: false,
    ...changes,
  });
  const evidence = [
    piece('before', 'course', 2, '2026-02-09'),
    piece('between', 'course', 2, '2026-02-20'),
    piece('counted', 'course', 2, '2026-03-05'),
    piece('reversed', 'course', 2, '2026-03-06'),
    piece('nothing', 'practical', 0, '2026-03-07'),
    piece('later', 'course', 2, '2026-09-01'),
  ];

  it('leaves out what was counted, what came before and what comes later', () => {
    const ledger = [
      entry('counted'),
      entry('reversed', { isReversed: true }),
      entry('reversed', { reversesId: 'x', points: -2 }),
      entry(null, { periodId: 'p2', category: 'carry-over', points: 1 }),
      entry(null, { periodId: 'p1', category: 'carry-over', points: 5 }),
    ];
    const { carried, earned } = earnedIn(cycle, '2026-08-01', evidence, ledger);
    expect(earned.map(({ id }) => id)).toEqual(['between', 'reversed']);
    expect(carried).toBe(1);
  });
});
