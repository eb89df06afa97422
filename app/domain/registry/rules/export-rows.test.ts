import { expect, test } from 'vitest';
import type { RuleSet } from '~/domain/frameworks/types';
import { authored } from '~/i18n/content';
import { componentNames } from './export-rows';

const rules = (number: number, effectiveFrom: string, names: Record<string, string>, isWithdrawn = false) => {
  const components = Object.entries(names).map(([kind, en]) => ({
    kind,
    name: authored('en', { en }),
    ref: 'papers',
  }));
  const rest = {
    id: String(number),
    levelId: 'l',
    windowMonths: 0,
    graceMonths: 0,
    cutOffDays: 0,
    keysRequired: 1 as const,
  };
  const asked = { prerequisites: { kind: 'registration' as const }, points: null, reinstatement: [] };
  const expiry = { kind: 'months' as const, months: 24 };
  return { ...rest, ...asked, expiry, number, effectiveFrom, components, isWithdrawn } satisfies RuleSet;
};

test('conditions are called as the newest rules that have begun say', () => {
  const ruleSets = [
    rules(1, '2025-01-01', { safe: 'Old', aid: 'Aid' }),
    rules(2, '2026-01-01', { safe: 'Now' }),
    rules(3, '2026-06-01', { safe: 'Taken back' }, true),
    rules(4, '2027-01-01', { safe: 'To come', more: 'More' }),
  ];
  const names = componentNames([{ ruleSets }], '2026-11-28');
  expect([...names].map(([kind, name]) => [kind, name.en?.text]).sort()).toEqual([
    ['aid', 'Aid'],
    ['more', 'More'],
    ['safe', 'Now'],
  ]);
});
