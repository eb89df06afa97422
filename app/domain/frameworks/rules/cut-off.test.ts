import { expect, test } from 'vitest';
import { lastDayToHandIn, latestCutOff } from './cut-off';
import { periodFrom } from './expiry';

test.each([
  [{ kind: 'months', months: 24 }, 3, 83],
  [{ kind: 'months', months: 1 }, 3, 27],
  [{ kind: 'calendar-year-end', years: 0 }, 3, 0],
  [{ kind: 'fiscal-year-end', years: 1 }, 60, 365],
  [{ kind: 'fiscal-year-end-after-anniversary', years: 1 }, 2, 55],
  [{ kind: 'months', months: 24 }, 0, 0],
] as const)('of %j with a window of %i months at most %i days', (expiry, windowMonths, most) => {
  expect(latestCutOff({ expiry, windowMonths })).toBe(most);
});

test('a licence that begins a few days before the end can be renewed on its first day', () => {
  const spans = {
    expiry: { kind: 'calendar-year-end', years: 0 } as const,
    windowMonths: 3,
    graceMonths: 0,
  };
  expect(lastDayToHandIn(periodFrom(spans, '2026-12-20'), 30)).toBe('2026-12-20');
  expect(lastDayToHandIn(periodFrom(spans, '2026-03-01'), 30)).toBe('2026-12-01');
  expect(lastDayToHandIn({ until: '2026-12-31', windowOpens: null }, 30)).toBe('2026-12-01');
});
