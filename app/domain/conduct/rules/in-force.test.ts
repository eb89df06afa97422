import { expect, test } from 'vitest';
import { firstDayFault, inForceOn, versionState } from './in-force';

const one = { id: '1', inForceFrom: '2025-01-01', outcome: 'confirmed' as const };
const two = { id: '2', inForceFrom: '2026-07-01', outcome: 'confirmed' as const };

test('the version with the latest first day that has come is in force, from that day on', () => {
  const on = (day: string) => inForceOn([two, one], day)?.id ?? null;
  expect(['2024-12-31', '2025-01-01', '2026-06-30', '2026-07-01'].map(on)).toEqual([null, '1', '1', '2']);
});

test('a version is coming, in force and then an earlier one', () => {
  const state = (version: typeof one, today: string) =>
    versionState(version, { current: inForceOn([one, two], today)?.id ?? null, today });
  expect([state(two, '2026-06-30'), state(two, '2026-07-01')]).toEqual(['coming', 'in-force']);
  expect([state(one, '2026-06-30'), state(one, '2026-07-01')]).toEqual(['in-force', 'earlier']);
  const open = { ...two, outcome: null };
  expect(versionState(open, { current: null, today: '2027-01-01' })).toBe('proposed');
});

test('the first may have begun on paper; later ones follow each other and never reach back', () => {
  const fault = (day: string, last: typeof one | null) => firstDayFault(day, { last, today: '2026-06-01' });
  expect(fault('2019-01-01', null)).toBeNull();
  expect(fault('2025-01-01', one)).toBe('conduct.not-after-the-last');
  expect(fault('2026-05-31', one)).toBe('conduct.day-passed');
  expect(fault('2026-06-01', one)).toBeNull();
});
