import { describe, expect, it } from 'vitest';
import { type LicenceStanding, publicStatus } from './public-status';

const standing = (changes: Partial<LicenceStanding> = {}): LicenceStanding => ({
  from: '2026-03-12',
  until: '2028-12-31',
  windowOpens: '2028-10-01',
  graceUntil: '2029-03-31',
  suspensions: [],
  lapsedComponents: [],
  revocations: [],
  surrenderedOn: null,
  supersededOn: null,
  ...changes,
});

const expiring = { status: 'expiring', renewable_until: '2029-03-31' };
const grace = { status: 'expired', reason: 'grace', renewable_until: '2029-03-31' };
const lapsed = { status: 'expired', reason: 'lapsed' };

describe('dates', () => {
  it.each([
    ['2026-03-11', { status: 'not-yet-valid' }],
    ['2026-03-12', { status: 'valid' }],
    ['2028-09-30', { status: 'valid' }],
    ['2028-10-01', expiring],
    ['2028-12-31', expiring],
    ['2029-01-01', grace],
    ['2029-03-31', grace],
    ['2029-04-01', lapsed],
    ['2099-01-01', lapsed],
  ])('%s', (on, answer) => {
    expect(publicStatus(standing(), on)).toEqual(answer);
  });

  it('knows a licence of one day', () => {
    const day = standing({ from: '2026-05-01', until: '2026-05-01', windowOpens: null, graceUntil: null });
    expect(publicStatus(day, '2026-04-30')).toEqual({ status: 'not-yet-valid' });
    expect(publicStatus(day, '2026-05-01')).toEqual({ status: 'valid' });
    expect(publicStatus(day, '2026-05-02')).toEqual(lapsed);
  });

  it('is renewable until its last day where there is no grace', () => {
    const none = standing({ graceUntil: null });
    expect(publicStatus(none, '2028-12-31')).toEqual({ status: 'expiring', renewable_until: '2028-12-31' });
    expect(publicStatus(none, '2029-01-01')).toEqual(lapsed);
    const sameDay = standing({ graceUntil: '2028-12-31' });
    expect(publicStatus(sameDay, '2029-01-01')).toEqual(lapsed);
  });

  it('stays valid to the end where there is no window', () => {
    expect(publicStatus(standing({ windowOpens: null }), '2028-12-31')).toEqual({ status: 'valid' });
  });
});

describe('suspension', () => {
  const paused = { from: '2027-01-01', to: '2027-01-31', kind: 'paused' } as const;
  const disciplinary = { from: '2027-01-10', to: '2027-01-20', kind: 'disciplinary' } as const;
  const missing = { kind: 'safeguarding', from: '2027-01-05', to: '2027-01-25' };

  it.each([
    ['2026-12-31', { status: 'valid' }],
    ['2027-01-01', { status: 'suspended', reason: 'paused' }],
    ['2027-01-05', { status: 'suspended', reason: 'automatic' }],
    ['2027-01-10', { status: 'suspended', reason: 'disciplinary' }],
    ['2027-01-20', { status: 'suspended', reason: 'disciplinary' }],
    ['2027-01-21', { status: 'suspended', reason: 'automatic' }],
    ['2027-01-26', { status: 'suspended', reason: 'paused' }],
    ['2027-01-31', { status: 'suspended', reason: 'paused' }],
    ['2027-02-01', { status: 'valid' }],
  ])('%s names the gravest reason of that day', (on, answer) => {
    const all = standing({ suspensions: [paused, disciplinary], lapsedComponents: [missing] });
    expect(publicStatus(all, on)).toEqual(answer);
  });

  it('lasts until further notice without an end, but not beyond the period', () => {
    const open = standing({ suspensions: [{ from: '2027-01-01', kind: 'disciplinary' }] });
    expect(publicStatus(open, '2028-12-31')).toEqual({ status: 'suspended', reason: 'disciplinary' });
    expect(publicStatus(open, '2029-01-01')).toEqual(grace);
  });

  it('lifts on the day the component is renewed', () => {
    const open = standing({ lapsedComponents: [{ kind: 'first_aid', from: '2027-06-01' }] });
    expect(publicStatus(open, '2027-06-01')).toEqual({ status: 'suspended', reason: 'automatic' });
    const renewed = standing({
      lapsedComponents: [{ kind: 'first_aid', from: '2027-06-01', to: '2027-06-09' }],
    });
    expect(publicStatus(renewed, '2027-06-09')).toEqual({ status: 'suspended', reason: 'automatic' });
    expect(publicStatus(renewed, '2027-06-10')).toEqual({ status: 'valid' });
  });

  it('hides the open window', () => {
    const late = standing({ suspensions: [{ from: '2028-11-01', kind: 'automatic' }] });
    expect(publicStatus(late, '2028-11-01')).toEqual({ status: 'suspended', reason: 'automatic' });
  });

  it('does not speak before the first day', () => {
    const early = standing({ suspensions: [{ from: '2026-01-01', kind: 'paused' }] });
    expect(publicStatus(early, '2026-03-11')).toEqual({ status: 'not-yet-valid' });
  });
});

describe('the end of a document', () => {
  const ended = standing({
    suspensions: [{ from: '2026-03-12', kind: 'disciplinary' }],
    surrenderedOn: '2027-05-01',
    supersededOn: '2027-06-01',
    revocations: [{ from: '2027-07-01' }],
  });

  it.each([
    ['2027-04-30', { status: 'suspended', reason: 'disciplinary' }],
    ['2027-05-01', { status: 'expired', reason: 'surrendered' }],
    ['2027-06-01', { status: 'superseded' }],
    ['2027-06-30', { status: 'superseded' }],
    ['2027-07-01', { status: 'revoked' }],
    ['2035-01-01', { status: 'revoked' }],
  ])('%s', (on, answer) => {
    expect(publicStatus(ended, on)).toEqual(answer);
  });

  it('counts even before the first valid day and after the last', () => {
    const early = standing({ revocations: [{ from: '2026-03-01' }] });
    expect(publicStatus(early, '2026-02-28')).toEqual({ status: 'not-yet-valid' });
    expect(publicStatus(early, '2026-03-01')).toEqual({ status: 'revoked' });
    const late = standing({ revocations: [{ from: '2029-06-01' }] });
    expect(publicStatus(late, '2029-05-31')).toEqual(lapsed);
    expect(publicStatus(late, '2029-06-01')).toEqual({ status: 'revoked' });
  });
});

it('gives one answer for every day of thirty years, and ends never turn back', () => {
  const finals = new Set(['revoked', 'superseded']);
  const one = standing({ supersededOn: '2028-12-01' });
  let ended = false;
  for (let day = Date.UTC(2020, 0, 1); day < Date.UTC(2050, 0, 1); day += 86_400_000) {
    const { status } = publicStatus(one, new Date(day).toISOString().slice(0, 10));
    if (ended) expect(status).toBe('superseded');
    ended ||= finals.has(status);
  }
  expect(ended).toBe(true);
});
