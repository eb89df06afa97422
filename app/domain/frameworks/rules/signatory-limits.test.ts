import { expect, test } from 'vitest';
import { foldName } from '~/platform/folding/names';
import { isNamed, mostBeside } from './signatory-limits';

const term = (from: string, until: string | null = null) => ({ from, until });

test('others are counted on the fullest day of a term', () => {
  const others = [term('2026-01-01', '2026-06-30'), term('2026-03-01'), term('2027-01-01')];
  expect(mostBeside(others, term('2026-07-01', '2026-12-31'))).toBe(1);
  expect(mostBeside(others, term('2026-01-01', '2026-02-28'))).toBe(1);
  expect(mostBeside(others, term('2026-01-01', '2026-12-31'))).toBe(2);
  expect(mostBeside(others, term('2026-12-01'))).toBe(2);
  expect(mostBeside(others, term('2025-01-01', '2025-12-31'))).toBe(0);
});

test.each([
  ['Ахметов Ерлан', true],
  ['Ерлан Болатович Ахметов', true],
  ['Е. Ахметов', true],
  ['Yerlan Akhmetov', true],
  ['Ахметов Марат', false],
  ['Ахметов', false],
  ['', false],
])('%s', (name, expected) => {
  const own = ['Ахметов Ерлан', 'Akhmetov Yerlan'].map(foldName).join(' ');
  expect(isNamed(own, name)).toBe(expected);
});
