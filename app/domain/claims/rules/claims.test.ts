import { describe, expect, test } from 'vitest';
import { claimState } from './claim-state';
import { dateProblem } from './dates';

test('the state of a claim is that of its decision', () => {
  expect(claimState(null)).toBe('handed-in');
  expect(claimState({ act: 'confirm' })).toBe('confirmed');
  expect(claimState({ act: 'refuse' })).toBe('refused');
  expect(claimState({ act: 'withdraw' })).toBe('withdrawn');
});

describe('dates of a paper', () => {
  const handing = { today: '2026-11-28', confirming: false };
  const confirming = { today: '2026-11-28', confirming: true };
  const problem = (
    kind: 'first-aid' | 'dan-grade',
    issuedOn: string,
    validUntil: string | null,
    when = handing,
  ) => dateProblem(kind, { issuedOn, validUntil }, when)?.code;

  test('in the future it is not yet issued; tomorrow has begun somewhere', () => {
    expect(problem('dan-grade', '2026-11-29', null)).toBeUndefined();
    expect(problem('dan-grade', '2026-11-30', null)).toBe('claims.issued-in-future');
  });

  test('it does not end before it begins', () => {
    expect(problem('first-aid', '2026-11-01', '2026-10-31')).toBe('claims.dates-reversed');
    expect(problem('first-aid', '2026-11-01', '2026-11-28')).toBeUndefined();
  });

  test('a condition that is over is not handed in, but may be confirmed for the record', () => {
    expect(problem('first-aid', '2024-11-01', '2026-11-26')).toBe('claims.already-over');
    expect(problem('first-aid', '2024-11-01', '2026-11-27')).toBeUndefined();
    expect(problem('first-aid', '2024-11-01', '2026-11-26', confirming)).toBeUndefined();
  });

  test('a condition is confirmed only with its last day, a grade has none', () => {
    expect(problem('first-aid', '2026-11-01', null)).toBeUndefined();
    expect(problem('first-aid', '2026-11-01', null, confirming)).toBe('claims.until-needed');
    expect(problem('dan-grade', '2001-05-05', null, confirming)).toBeUndefined();
  });
});
