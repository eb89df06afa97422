import { expect, test } from 'vitest';
import { CLAIM_KINDS, COMPONENT_KINDS, isClaimKind, kindRules } from './kinds';

test('conditions of licences run out, a grade does not', () => {
  for (const kind of COMPONENT_KINDS)
    expect(kindRules(kind)).toMatchObject({ isComponent: true, validUntil: true, evidenceType: 'component' });
  expect(kindRules('dan-grade')).toMatchObject({ grade: true, validUntil: false, isComponent: false });
});

test('only what has no name of its own is given one', () => {
  expect(CLAIM_KINDS.filter((kind) => kindRules(kind).title)).toEqual([
    'external-credential',
    'prior-learning',
  ]);
});

test('kinds are read from closed lists', () => {
  expect(isClaimKind('dan-grade')).toBe(true);
  for (const odd of ['', 'dan', 'constructor', null, 3]) expect(isClaimKind(odd)).toBe(false);
});
