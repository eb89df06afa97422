import { expect, test } from 'vitest';
import type { Standing, StandingFacts } from '~/domain/licensing/types';
import { isHeld, isSuspended, newestOf, renewalChance } from './renewal';

const facts: StandingFacts = {
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
};
const course = { kind: 'course' as const, ref: 'course:safe' };
const tiers = [
  { months: 12, requires: [course] },
  { months: 24, requires: [course, { kind: 'practical' as const, level: 'one' }] },
];
const standing = (state: Standing['state'], reason: Standing['reason'] = null): Standing => ({
  state,
  reason,
  missing: [],
  renewableUntil: null,
});

test.each([
  ['2027-12-11', standing('active'), null],
  ['2027-12-12', standing('renewable'), ['window', '2028-09-11', 0]],
  ['2028-03-12', standing('grace'), ['grace', '2028-09-11', 0]],
  ['2028-09-12', standing('lapsed'), ['reinstatement', '2029-03-11', 1]],
  ['2029-03-11', standing('lapsed'), ['reinstatement', '2029-03-11', 1]],
  ['2029-03-12', standing('lapsed'), ['reinstatement', '2030-03-11', 2]],
  ['2030-03-12', standing('lapsed'), null],
  ['2028-01-10', standing('suspended', 'automatic'), ['window', '2028-09-11', 0]],
  ['2027-01-10', standing('suspended', 'automatic'), null],
  ['2028-01-10', standing('suspended', 'disciplinary'), null],
])('on %s, %j', (on, state, expected) => {
  const found = renewalChance({ facts, standing: state }, on, tiers);
  expect(found && [found.way, found.lastDay, found.requires.length]).toEqual(expected);
});

test('what ended for good is not renewed, and without tiers nothing follows grace', () => {
  const late = standing('lapsed');
  expect(renewalChance({ facts, standing: late }, '2028-10-01', [])).toBeNull();
  const revoked = { ...facts, revocations: [{ from: '2028-01-01' }] };
  expect(renewalChance({ facts: revoked, standing: late }, '2028-10-01', tiers)).toBeNull();
  const surrendered = { ...facts, surrenderedOn: '2028-01-01' };
  expect(renewalChance({ facts: surrendered, standing: late }, '2028-10-01', tiers)).toBeNull();
});

test('a disciplinary suspension outlives the licence: neither renewed nor awarded anew until it is lifted', () => {
  const suspensions = [{ from: '2028-02-01', to: '2028-10-09', kind: 'disciplinary' as const }];
  const barred = (on: string, state: Standing['state']) => {
    const licence = { facts: { ...facts, suspensions }, standing: standing(state) };
    return [renewalChance(licence, on, tiers) === null, isSuspended([licence], 'l', on)];
  };
  expect(barred('2028-01-31', 'renewable')).toEqual([false, false]);
  expect(barred('2028-03-12', 'grace')).toEqual([true, true]);
  expect(barred('2028-10-09', 'lapsed')).toEqual([true, true]);
  expect(barred('2028-10-10', 'lapsed')).toEqual([false, false]);
});

test('a revocation ordered ahead closes renewal at once, but the level is held until it begins', () => {
  const revoked = { ...facts, revocations: [{ from: '2028-02-01' }] };
  const licence = { facts: revoked, standing: standing('renewable') };
  const level = { id: 'l', ruleSets: [] };
  expect(renewalChance(licence, '2028-01-31', tiers)).toBeNull();
  expect(newestOf([licence], 'l', '2028-01-31')).toBe(licence);
  expect(isHeld([licence], level, '2028-01-31')).toBe(true);
  expect(newestOf([licence], 'l', '2028-02-01')).toBeUndefined();
  expect(isHeld([licence], level, '2028-02-01')).toBe(false);
});

test('a tier ends with the whole month after a licence that ended with one', () => {
  const short = { ...facts, until: '2028-02-29', graceUntil: '2028-05-31' };
  const tier = [{ months: 6, requires: [] }];
  const found = (on: string) => renewalChance({ facts: short, standing: standing('lapsed') }, on, tier);
  expect(found('2028-08-31')?.lastDay).toBe('2028-08-31');
  expect(found('2028-09-01')).toBeNull();
});
