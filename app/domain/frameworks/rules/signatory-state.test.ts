import { expect, test } from 'vitest';
import type { SignatoryAct, SignatoryDeed } from '../types';
import { deedOf, isInOffice, lastDayOf, signatoryState } from './signatory-state';

const made = (act: SignatoryDeed, on: string | null = null): SignatoryAct => ({
  act,
  on,
  document: '',
  actorId: null,
  recordedAt: new Date(0),
});

test.each([
  [['appoint'], 'proposed'],
  [['appoint', 'confirm'], 'confirmed'],
  [['appoint', 'refuse'], 'refused'],
  [['appoint', 'confirm', 'end'], 'ending'],
  [['appoint', 'confirm', 'end', 'refuse-end'], 'confirmed'],
  [['appoint', 'confirm', 'end', 'confirm-end'], 'ended'],
] as [SignatoryDeed[], string][])('%j: %s', (acts, state) => {
  expect(signatoryState(acts.map((act) => made(act)))).toBe(state);
});

test('a decision is made where one is awaited', () => {
  expect(deedOf('proposed', 'refuse')).toBe('refuse');
  expect(deedOf('ending', 'confirm')).toBe('confirm-end');
  expect(deedOf('confirmed', 'confirm')).toBeNull();
  expect(deedOf('refused', 'confirm')).toBeNull();
});

test('an end counts once it is confirmed; both ends of a term are days in office', () => {
  const ended = [
    made('appoint'),
    made('confirm'),
    made('end', '2026-06-30'),
    made('confirm-end', '2026-06-30'),
  ];
  expect(lastDayOf({ acts: ended, until: '2026-12-31' })).toBe('2026-06-30');
  expect(lastDayOf({ acts: ended.slice(0, 3), until: '2026-12-31' })).toBe('2026-12-31');
  const term = { from: '2026-01-01', until: '2026-06-30' };
  const days = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'];
  expect(days.map((day) => isInOffice(term, day))).toEqual([false, true, true, false]);
  expect(isInOffice({ ...term, until: null }, '2199-12-31')).toBe(true);
});
