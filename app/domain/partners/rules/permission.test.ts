import { expect, test } from 'vitest';
import { isInForce } from './permission';

const paper = { grantedOn: '2026-01-10', until: '2026-12-31', withdrawnAt: null };

test('holds from its first day to its last, both included', () => {
  expect(
    ['2026-01-09', '2026-01-10', '2026-12-31', '2027-01-01'].map((day) => isInForce(paper, day)),
  ).toEqual([false, true, true, false]);
});

test('without a last day it holds until it is withdrawn', () => {
  expect(isInForce({ ...paper, until: null }, '2099-01-01')).toBe(true);
  expect(isInForce({ ...paper, until: null, withdrawnAt: new Date() }, '2026-06-01')).toBe(false);
});
