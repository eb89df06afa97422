import { expect, test } from 'vitest';
import { invitationState } from './invitation-state';

const at = (day: number) => new Date(Date.UTC(2026, 10, day));
const facts = { acceptedAt: null, withdrawnAt: null, expiresAt: at(20) };

test('it is open until its last moment', () => {
  expect(invitationState(facts, at(19))).toBe('open');
  expect(invitationState(facts, at(20))).toBe('expired');
});

test('what happened to it stays when its time is over', () => {
  expect(invitationState({ ...facts, acceptedAt: at(3) }, at(25))).toBe('accepted');
  expect(invitationState({ ...facts, withdrawnAt: at(3) }, at(25))).toBe('withdrawn');
});
