import { expect, test } from 'vitest';
import { addDays, lastMonthsAfter } from '~/platform/local-date';
import { earliestEnds } from './next-renewal';

const rules = (graceMonths: number, ...tiers: number[]) => ({
  id: 'a',
  graceMonths,
  reinstatement: tiers.map((months) => ({ months, requires: [] })),
});

const earliest = (from: string, ...given: Parameters<typeof rules>) =>
  earliestEnds([rules(...given)], from)[0]?.until ?? '';

test('without grace and tiers only a period that ends the day before, or later, is followed under the rules', () => {
  expect(earliest('2027-01-01', 0)).toBe('2026-12-31');
});

test.each(['2027-01-01', '2027-03-01', '2028-02-29', '2027-03-31', '2026-05-31'])('%s', (from) => {
  for (const months of [1, 3, 6, 12, 24]) {
    const until = earliest(from, 1, months);
    expect(lastMonthsAfter(until, months) >= from).toBe(true);
    expect(lastMonthsAfter(addDays(until, -1), months) < from).toBe(true);
  }
});
