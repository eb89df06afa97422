import { beforeAll, expect, test } from 'vitest';
import { nextRenewalPage } from '~/domain/applications/data/next-renewals.server';
import { listNextRenewals } from '~/domain/applications/list-next-renewals.server';
import { earliestEnds } from '~/domain/applications/rules/next-renewal';
import { getLevel } from '~/domain/frameworks/get-level.server';
import type { Level } from '~/domain/frameworks/types';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { fillHolders, planOf, scansOf } from '../../support/many-holders';

const world = useWorld();
let cast: Cast;
let level: Level;

beforeAll(async () => {
  cast = await openCast(world.current);
  await fillHolders(cast);
  level = await getLevel(cast.as(null), { slug: 'one' });
});

test('a page walks along the last days and looks nothing up in whole tables', async () => {
  const from = '2027-01-01';
  const question = {
    levelId: level.id,
    from,
    before: null,
    components: ['safeguarding'],
    today: '2026-11-28',
    ends: earliestEnds(level.ruleSets, from),
  };
  for (const after of [null, { until: '2027-03-01', periodId: '0199c000-0000-7000-8000-00000000ffff' }]) {
    const plan = await planOf(cast, nextRenewalPage(question, after, 51), { smallTablesToo: true });
    expect(plan).toContain('licence_period_until_id_path_idx');
    for (const table of ['p', 'q', 'h', 'n', 'c', 'a'])
      expect(scansOf(plan, table)).not.toContain('Seq Scan');
  }
});

test('the pages hold everybody who was counted, once; rules that follow cut the list', async () => {
  const input = { levelId: level.id, from: '2028-06-01', before: null, components: ['safeguarding'] };
  const seen: string[] = [];
  let after = '';
  let counted = 0;
  for (;;) {
    const page = await listNextRenewals(cast.as(cast.registrar), { ...input, after });
    counted = page.due + page.late;
    seen.push(...page.rows.map(({ periodId }) => periodId));
    if (!page.next) break;
    after = page.next;
  }
  expect(seen.length).toBe(counted);
  expect(new Set(seen).size).toBe(counted);
  const { pool } = world.current.services.database;
  const { rows } = await pool.query<{ due: number; open: number }>(
    `SELECT (SELECT count(*)::int FROM licence_period WHERE until >= '2028-05-31') AS due,
            (SELECT count(*)::int FROM application WHERE closed_at IS NULL) AS open`,
  );
  const whole = await listNextRenewals(cast.as(cast.registrar), input);
  expect(whole).toMatchObject({ due: rows[0]?.due, openAwards: rows[0]?.open });
  expect(whole.rows.filter(({ lacks }) => lacks.length > 0).length).toBeGreaterThan(5);
  const cut = await listNextRenewals(cast.as(cast.registrar), { ...input, before: '2028-07-01' });
  expect(cut.rows.every(({ until }) => until < '2028-06-30')).toBe(true);
});

test('only registrars of the whole framework ask', async () => {
  const input = { levelId: level.id, from: '2027-01-01', before: null, components: [] };
  for (const actor of [null, cast.assessor])
    await expect(listNextRenewals(cast.as(actor), input)).rejects.toMatchObject({ kind: 'forbidden' });
});
