import { expect, test } from 'vitest';
import type { Standing, StandingFacts } from '~/domain/licensing/types';
import { renewalChance } from './renewal';

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
  suspensions: [],
  lapsedComponents: [],
  revocation: null,
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
  const revoked = { ...facts, revocation: { effectiveOn: '2028-01-01' } };
  expect(renewalChance({ facts: revoked, standing: late }, '2028-10-01', tiers)).toBeNull();
  const surrendered = { ...facts, surrenderedOn: '2028-01-01' };
  expect(renewalChance({ facts: surrendered, standing: late }, '2028-10-01', tiers)).toBeNull();
});
