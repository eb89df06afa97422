import { describe, expect, test } from 'vitest';
import { mergeWithin, multirangeText } from './intervals';
import { drawOrder, fromPlaces, isRight, scoreOf, shuffled } from './quiz';
import { isOver, isRenewable, validUntil } from './rounds';
import { isWatched, mostSeconds, percentOf, secondsToWait } from './watching';

describe('intervals', () => {
  test('are put in order, merged and cut at the ends of the recording', () => {
    expect(
      mergeWithin(
        [
          [5, 9],
          [0, 3],
          [2, 6],
          [40, 70],
          [60, 61],
        ],
        50,
      ),
    ).toEqual([
      [0, 9],
      [40, 50],
    ]);
    expect(
      mergeWithin(
        [
          [10, 12],
          [12, 14],
        ],
        50,
      ),
    ).toEqual([[10, 14]]);
    expect(mergeWithin([[60, 70]], 50)).toEqual([]);
  });

  test('are written as PostgreSQL reads them', () => {
    expect(
      multirangeText([
        [0, 9],
        [40, 50],
      ]),
    ).toBe('{[0,9),[40,50)}');
    expect(multirangeText([])).toBe('{}');
  });
});

describe('watching', () => {
  test.each([
    [44, 50, false],
    [45, 50, true],
    [9, 10, true],
    [0, 0, false],
  ])('%i of %i seconds: done %s', (watched, duration, done) => {
    expect(isWatched(watched, duration)).toBe(done);
  });

  test('nobody watches faster than twice the time, and a little', () => {
    expect(mostSeconds(0)).toBe(30);
    expect(mostSeconds(-5)).toBe(30);
    expect(mostSeconds(100)).toBe(230);
    expect(secondsToWait(90, 0)).toBe(30);
    expect(secondsToWait(31, 0)).toBe(1);
  });

  test('100 % means all of it', () => {
    expect([percentOf(999, 1000), percentOf(5, 5), percentOf(0, 0)]).toEqual([99, 100, 0]);
  });
});

describe('rounds', () => {
  test.each([
    ['2026-11-23', 36, '2029-11-22'],
    ['2024-02-29', 24, '2026-02-27'],
    ['2026-01-31', 1, '2026-02-27'],
  ])('completed on %s for %i months: valid until %s', (on, months, until) => {
    expect(validUntil(on, months)).toBe(until);
  });

  test('renewal opens 60 days before the end', () => {
    expect(isRenewable('2027-03-01', '2026-12-30')).toBe(false);
    expect(isRenewable('2027-03-01', '2026-12-31')).toBe(true);
    expect(isRenewable(null, '2999-01-01')).toBe(false);
  });

  test('a round is over when its end is near or its attempts are used up', () => {
    const version = { validityMonths: 12, attempts: 2 };
    const round = { completion: null, passed: false, submitted: 1, best: 80 };
    expect(isOver(round, version, '2026-01-01')).toBe(false);
    expect(isOver({ ...round, submitted: 2 }, version, '2026-01-01')).toBe(true);
    expect(isOver({ ...round, submitted: 2, passed: true }, version, '2026-01-01')).toBe(false);
    expect(isOver({ ...round, completion: { completedOn: '2025-01-01' } }, version, '2025-06-01')).toBe(
      false,
    );
    expect(isOver({ ...round, completion: { completedOn: '2025-01-01' } }, version, '2025-12-01')).toBe(true);
    expect(
      isOver(
        { ...round, completion: { completedOn: '2025-01-01' } },
        { ...version, validityMonths: null },
        '2099-01-01',
      ),
    ).toBe(false);
    const done = { ...round, passed: true, completion: { completedOn: '2025-12-01' } };
    expect(isOver({ ...done, submitted: 2 }, version, '2026-01-01')).toBe(true);
    expect(isOver({ ...done, best: 100 }, version, '2026-01-01')).toBe(true);
    expect(isOver({ ...done, submitted: 0, best: null }, version, '2026-01-01')).toBe(true);
  });
});

describe('quiz', () => {
  const questions = [
    { id: 'a', options: ['1', '2', '3'], correct: [2] },
    { id: 'b', options: ['1', '2'], correct: [0, 1] },
    { id: 'c', options: ['1', '2'], correct: [0] },
  ];

  test('an order holds every question and option once', () => {
    const order = drawOrder(questions, () => 0.99);
    expect(order.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
    for (const { id, options } of order) {
      expect([...options].sort()).toEqual([
        ...(questions.find((question) => question.id === id)?.options.keys() ?? []),
      ]);
    }
    expect(shuffled([1, 2, 3], () => 0)).toEqual([1, 2, 3]);
  });

  test('an answer is right with exactly the right options', () => {
    expect([
      isRight([1, 0], [0, 1]),
      isRight([0], [0, 1]),
      isRight([0, 1, 2], [0, 1]),
      isRight([], [0]),
    ]).toEqual([true, false, false, false]);
  });

  test('a score is rounded down', () => {
    expect(scoreOf(questions, { a: [2], b: [0, 1] })).toBe(66);
    expect(scoreOf(questions, {})).toBe(0);
  });

  test('places become options; what nobody was asked is left out', () => {
    const order = [{ id: 'a', options: [2, 0, 1] }];
    expect(fromPlaces(order, { a: [0, 0, 7], x: [1] })).toEqual({ a: [2] });
    expect(fromPlaces(order, { a: [7] })).toEqual({});
  });
});
