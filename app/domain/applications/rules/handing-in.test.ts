import { expect, test } from 'vitest';
import { type AskedRenewal, handedInOn } from './handing-in';

const asked = (state: AskedRenewal['state'], on: string): AskedRenewal => ({ state, on });

test.each([
  ['nothing before', [], '2026-03-20'],
  ['returned', [asked('returned', '2026-03-01')], '2026-03-01'],
  ['returned twice', [asked('returned', '2026-03-10'), asked('returned', '2026-03-01')], '2026-03-01'],
  ['open', [asked('proposed', '2026-03-10'), asked('returned', '2026-03-01')], '2026-03-01'],
  ['withdrawn after', [asked('withdrawn', '2026-03-10'), asked('returned', '2026-03-01')], '2026-03-20'],
  ['refused before', [asked('returned', '2026-03-10'), asked('refused', '2026-03-01')], '2026-03-10'],
  ['of the last period', [asked('returned', '2024-03-01')], '2026-03-20'],
])('%s', (_what, earlier, day) => {
  expect(handedInOn({ on: '2026-03-20', earlier }, { windowOpens: '2026-01-01' })).toBe(day);
});
