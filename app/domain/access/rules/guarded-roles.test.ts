import { expect, test } from 'vitest';
import { effectiveGrants, needsSecondFactor } from './guarded-roles';

const grants = [{ role: 'registrar' }, { role: 'instructor' }, { role: 'admin' }] as const;
const rolesIn = (session: { demo: boolean; secondFactor: boolean }) =>
  effectiveGrants(grants, session).map(({ role }) => role);

test('registrar and admin wait for the second factor outside the demo', () => {
  expect(rolesIn({ demo: false, secondFactor: false })).toEqual(['instructor']);
  expect(rolesIn({ demo: false, secondFactor: true })).toEqual(['registrar', 'instructor', 'admin']);
  expect(rolesIn({ demo: true, secondFactor: false })).toEqual(['registrar', 'instructor', 'admin']);
});

test('who must have one', () => {
  expect(needsSecondFactor(grants, false)).toBe(true);
  expect(needsSecondFactor(grants, true)).toBe(false);
  expect(needsSecondFactor([{ role: 'assessor' }], false)).toBe(false);
});
