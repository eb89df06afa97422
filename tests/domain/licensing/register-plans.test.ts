import { beforeAll, describe, expect, test } from 'vitest';
import { registerCount, registerPage } from '~/domain/licensing/data/register.server';
import { searchRegisterSchema } from '~/domain/licensing/inputs';
import { registerFilter } from '~/domain/licensing/rules/register-query';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { fillHolders, planOf, scansOf } from '../../support/many-holders';

const world = useWorld();
let cast: Cast;

beforeAll(async () => {
  cast = await openCast(world.current);
  await fillHolders(cast, 12_000);
});

const filterOf = (query: Record<string, string>) =>
  registerFilter(searchRegisterSchema.parse(query), {
    levels: [],
    scope: { levelIds: [], paths: ['/kjf/'] },
    today: { 'Asia/Almaty': '2026-11-23' },
    found: [],
  });

const after = { until: '2026-12-01', periodId: '0199c000-0000-7000-8000-00000000ffff' };
const BY_LAST_DAY = 'licence_period_last_day_idx';

const LISTS: readonly [what: string, query: Record<string, string>][] = [
  ['the register as it opens', {}],
  ['everything', { state: 'all' }],
  ['what is in grace', { state: 'grace' }],
  ['what may be renewed', { state: 'renewable' }],
  ['what is suspended', { state: 'suspended' }],
  ['60 days', { within: '60' }],
  ['days of a month', { state: 'all', from: '2027-01-01', to: '2027-01-31' }],
];

describe('plans over 12,000 licences', () => {
  test.each(LISTS)('%s walks along the last days, on every page', async (_what, query) => {
    for (const cursor of [null, after]) {
      const page = registerPage(filterOf(query), cursor, 51);
      const plan = await planOf(cast, page, { smallTablesToo: true });
      expect(plan).toContain(BY_LAST_DAY);
      for (const table of ['p', 'n', 'q', 'h', 'c']) expect(scansOf(plan, table)).not.toContain('Seq Scan');
    }
  });

  test('a region’s days are one stretch of its index, however many the others have; the count reads no more', async () => {
    const DAYS = /"Index Cond":"[^"]*path ~>=~ [^"]*paused_days\) >= [^"]*paused_days\) <= /;
    const lists: [query: Record<string, string>, stretch: RegExp][] = [
      [{ path: '/kjf/r7/', within: '60', missing: 'safeguarding' }, DAYS],
      [{ path: '/kjf/r7/', state: 'active' }, /"Index Cond":"[^"]*path ~>=~ [^"]*paused_days\) > /],
    ];
    for (const [query, stretch] of lists) {
      const filter = filterOf(query);
      for (const asked of [
        registerPage(filter, null, 51),
        registerPage(filter, after, 51),
        registerCount(filter, 1001),
      ]) {
        const plan = await planOf(cast, asked);
        expect(plan).toContain('licence_period_place_idx');
        expect(plan).toMatch(stretch);
        expect(scansOf(plan, 'p')).not.toContain('Seq Scan');
      }
    }
  });

  test('the longest grace and the shortest window are one step into their indexes', async () => {
    expect(await planOf(cast, registerPage(filterOf({}), null, 51))).toContain('licence_period_grace_idx');
    const active = registerPage(filterOf({ state: 'active' }), null, 51);
    expect(await planOf(cast, active)).toContain('licence_period_window_idx');
  });

  test('by name walks along the names, a name is found by its index', async () => {
    for (const cursor of [null, after]) {
      const plan = await planOf(cast, registerPage(filterOf({ sort: 'name' }), cursor, 51));
      expect(plan).toContain('holder_name_order_idx');
      expect(scansOf(plan, 'h')).not.toContain('Seq Scan');
    }
    const named = registerPage(filterOf({ state: 'all', q: 'Держатель 11412' }), null, 51);
    expect(await planOf(cast, named, { smallTablesToo: true })).toContain('holder_folded_names_idx');
  });
});
