import { describe, expect, it } from 'vitest';
import { type Interval, isPlayed, mergeIntervals, wholeSeconds, withoutIntervals } from './intervals';

const count = (intervals: readonly Interval[]) => intervals.reduce((sum, [from, to]) => sum + to - from, 0);

describe('intervals', () => {
  it('merge in any order', () => {
    expect(
      mergeIntervals([
        [10, 20],
        [0, 5],
        [18, 30],
        [5, 6],
        [40, 40],
      ]),
    ).toEqual([
      [0, 6],
      [10, 30],
    ]);
  });

  it('lose and double nothing: sent and unsent make the whole', () => {
    for (let seed = 1; seed < 200; seed += 1) {
      const random = (n: number) => (seed * 7919 + n * 104_729) % 97;
      const all: Interval[] = [0, 1, 2].map((n) => [random(n), random(n) + random(n + 5)]);
      const sent: Interval[] = [3, 4].map((n) => [random(n), random(n) + random(n + 9)]);
      const rest = withoutIntervals(all, sent);
      expect(count(mergeIntervals([...rest, ...sent]))).toBe(count(mergeIntervals([...all, ...sent])));
      expect(count(rest)).toBe(count(mergeIntervals([...all, ...sent])) - count(mergeIntervals(sent)));
    }
  });

  it('follow each other when stretches do', () => {
    expect([wholeSeconds(0, 14.7), wholeSeconds(14.7, 29.4)]).toEqual([
      [0, 15],
      [15, 29],
    ]);
  });
});

describe('played or sought', () => {
  const at = (position: number, clock: number, rate = 1) => ({ position, clock, rate });

  it('counts ordinary reports at any rate', () => {
    expect(isPlayed(at(10, 0), at(10.25, 0.25))).toBe(true);
    expect(isPlayed(at(10, 0), at(11, 1))).toBe(true);
    expect(isPlayed(at(10, 0, 2), at(12, 1, 2))).toBe(true);
    expect(isPlayed(at(10, 0, 0.25), at(10.25, 1, 0.25))).toBe(true);
  });

  it('counts no jump and no standing still', () => {
    expect(isPlayed(at(10, 0), at(60, 0.3))).toBe(false);
    expect(isPlayed(at(10, 0), at(13, 0.3))).toBe(false);
    expect(isPlayed(at(10, 0), at(11.4, 0.2))).toBe(false);
    expect(isPlayed(at(10, 0), at(9, 1))).toBe(false);
    expect(isPlayed(at(10, 0), at(10, 1))).toBe(false);
  });
});
