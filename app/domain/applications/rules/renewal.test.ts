import { expect, test } from 'vitest';
import type { Standing, StandingFacts } from '~/domain/licensing/types';
import { cutOffOf, isHeld, isSuspended, missedCutOff, NO_TERMS, newestOf, renewalChance } from './renewal';

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
const terms = { reinstatement: tiers, cutOffDays: 0 };
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
  const found = renewalChance({ facts, standing: state }, on, terms);
  expect(found && [found.way, found.lastDay, found.requires.length]).toEqual(expected);
});

test('what ended for good is not renewed, and without tiers nothing follows grace', () => {
  const late = standing('lapsed');
  expect(renewalChance({ facts, standing: late }, '2028-10-01', NO_TERMS)).toBeNull();
  const revoked = { ...facts, revocations: [{ from: '2028-01-01' }] };
  expect(renewalChance({ facts: revoked, standing: late }, '2028-10-01', terms)).toBeNull();
  const surrendered = { ...facts, surrenderedOn: '2028-01-01' };
  expect(renewalChance({ facts: surrendered, standing: late }, '2028-10-01', terms)).toBeNull();
});

test('a disciplinary suspension outlives the licence: neither renewed nor awarded anew until it is lifted', () => {
  const suspensions = [{ from: '2028-02-01', to: '2028-10-09', kind: 'disciplinary' as const }];
  const barred = (on: string, state: Standing['state']) => {
    const licence = { facts: { ...facts, suspensions }, standing: standing(state) };
    return [renewalChance(licence, on, terms) === null, isSuspended([licence], 'l', on)];
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
  expect(renewalChance(licence, '2028-01-31', terms)).toBeNull();
  expect(newestOf([licence], 'l', '2028-01-31')).toBe(licence);
  expect(isHeld([licence], level, '2028-01-31')).toBe(true);
  expect(newestOf([licence], 'l', '2028-02-01')).toBeUndefined();
  expect(isHeld([licence], level, '2028-02-01')).toBe(false);
});

test('a tier ends with the whole month after a licence that ended with one', () => {
  const short = { ...facts, until: '2028-02-29', graceUntil: '2028-05-31' };
  const tier = { reinstatement: [{ months: 6, requires: [] }], cutOffDays: 0 };
  const found = (on: string) => renewalChance({ facts: short, standing: standing('lapsed') }, on, tier);
  expect(found('2028-08-31')?.lastDay).toBe('2028-08-31');
  expect(found('2028-09-01')).toBeNull();
});

test.each([
  // handed in, decided, state, way
  ['2028-02-10', '2028-02-10', 'renewable', 'window'],
  ['2028-02-11', '2028-02-11', 'renewable', null],
  ['2028-03-11', '2028-03-11', 'renewable', null],
  ['2028-02-10', '2028-03-11', 'renewable', 'window'],
  ['2028-02-10', '2028-03-12', 'grace', 'grace'],
  ['2028-03-12', '2028-03-12', 'grace', 'grace'],
  ['2028-10-01', '2028-10-01', 'lapsed', 'reinstatement'],
] as const)('cut-off of 30 days: handed in %s, decided %s, %s: %s', (handedIn, on, state, way) => {
  const cutOff = { reinstatement: tiers, cutOffDays: 30 };
  const found = renewalChance({ facts, standing: standing(state) }, on, cutOff, handedIn);
  expect(found?.way ?? null).toBe(way);
});

test('a cut-off is missed where nothing else keeps a renewal away', () => {
  const cutOff = { reinstatement: tiers, cutOffDays: 30 };
  const missed = (on: string, changed = {}) =>
    missedCutOff({ facts: { ...facts, ...changed }, standing: standing('renewable') }, on, cutOff);
  expect(missed('2028-02-10')).toBeNull();
  expect(missed('2028-02-11')).toEqual({ lastDay: '2028-02-10', again: '2028-03-12' });
  expect(missed('2028-02-11', { revocations: [{ from: '2028-03-01' }] })).toBeNull();
});

test('the day of the cut-off is said in the window only, with what follows it', () => {
  const cutOff = { reinstatement: [], cutOffDays: 30 };
  const onDay = (on: string, changed = {}) => cutOffOf({ facts: { ...facts, ...changed } }, on, cutOff);
  expect(onDay('2027-12-11')).toBeNull();
  expect(onDay('2027-12-12')).toEqual({ lastDay: '2028-02-10', isMissed: false, again: '2028-03-12' });
  expect(onDay('2028-02-11')?.isMissed).toBe(true);
  expect(onDay('2028-03-12')).toBeNull();
  expect(onDay('2028-02-11', { graceUntil: facts.until })?.again).toBeNull();
  expect(onDay('2028-02-11', { until: '2028-05-11' })).toMatchObject({ isMissed: false });
  expect(cutOffOf({ facts }, '2028-02-11', NO_TERMS)).toBeNull();
  const short = { from: '2028-02-20', windowOpens: '2028-02-20' };
  expect(onDay('2028-02-20', short)).toMatchObject({ lastDay: '2028-02-20', isMissed: false });
});
