import { describe, expect, it, test } from 'vitest';
import type { StandingFacts } from '../types';
import { componentGaps, standingOn } from './licence-standing';

const facts = (changes: Partial<StandingFacts> = {}): StandingFacts => ({
  periodId: 'p',
  qualificationId: 'q',
  personId: 'x',
  levelId: 'l',
  no: 1,
  ruleSetVersionId: 'r',
  recordedOn: '2026-03-12',
  zone: 'Asia/Almaty',
  awardedOn: '2026-03-12',
  from: '2026-03-12',
  until: '2028-03-11',
  windowOpens: '2027-12-12',
  graceUntil: '2028-09-11',
  pausedDays: 0,
  suspensions: [],
  lapsedComponents: [],
  revocations: [],
  surrenderedOn: null,
  supersededOn: null,
  ...changes,
});

test.each([
  ['2026-03-11', 'future'],
  ['2026-03-12', 'active'],
  ['2027-12-11', 'active'],
  ['2027-12-12', 'renewable'],
  ['2028-03-11', 'renewable'],
  ['2028-03-12', 'grace'],
  ['2028-09-11', 'grace'],
  ['2028-09-12', 'lapsed'],
])('on %s it is %s', (on, state) => {
  expect(standingOn(facts(), on).state).toBe(state);
});

test('without window and grace it goes from active to lapsed', () => {
  const plain = facts({ windowOpens: null, graceUntil: null });
  expect(standingOn(plain, '2028-03-11').state).toBe('active');
  expect(standingOn(plain, '2028-03-12').state).toBe('lapsed');
});

describe('suspension', () => {
  it('a lapse suspends the same day, its renewal restores; discipline outweighs it', () => {
    const lapsed = facts({
      lapsedComponents: [{ kind: 'first-aid', from: '2027-01-05', to: '2027-01-25' }],
      suspensions: [{ kind: 'disciplinary', from: '2027-01-10', to: '2027-01-12' }],
    });
    expect(standingOn(lapsed, '2027-01-04')).toMatchObject({ state: 'active', missing: [] });
    expect(standingOn(lapsed, '2027-01-05')).toMatchObject({
      state: 'suspended',
      reason: 'automatic',
      missing: ['first-aid'],
    });
    expect(standingOn(lapsed, '2027-01-11')).toMatchObject({ state: 'suspended', reason: 'disciplinary' });
    expect(standingOn(lapsed, '2027-01-26').state).toBe('active');
  });

  it('ends with the period; revocation and supersession outweigh everything from their day', () => {
    const open = facts({ suspensions: [{ kind: 'disciplinary', from: '2027-01-01' }] });
    expect(standingOn(open, '2028-03-12').state).toBe('grace');
    const revoked = facts({ revocations: [{ from: '2027-05-01' }], supersededOn: '2027-04-01' });
    expect(standingOn(revoked, '2027-03-31').state).toBe('active');
    expect(standingOn(revoked, '2027-04-30').state).toBe('superseded');
    expect(standingOn(revoked, '2027-05-01').state).toBe('revoked');
  });
});

describe('componentGaps', () => {
  const period = { from: '2026-01-01', until: '2027-12-31' };
  const span = (from: string, until: string, kind = 'a') => ({ kind, from, until });

  it.each([
    [[], [{ kind: 'a', from: '2026-01-01' }]],
    [[span('2020-01-01', '2030-01-01')], []],
    [[span('2025-01-01', '2026-06-30')], [{ kind: 'a', from: '2026-07-01' }]],
    [[span('2025-01-01', '2026-06-30'), span('2026-07-01', '2028-01-01')], []],
    [
      [span('2026-09-01', '2028-01-01'), span('2025-01-01', '2026-06-30')],
      [{ kind: 'a', from: '2026-07-01', to: '2026-08-31' }],
    ],
    [[span('2025-01-01', '2028-01-01'), span('2026-02-01', '2026-03-01')], []],
    [[span('2020-01-01', '2030-01-01', 'b')], [{ kind: 'a', from: '2026-01-01' }]],
  ])('%j leaves %j', (components, gaps) => {
    expect(componentGaps(['a'], components, period)).toEqual(gaps);
  });
});
