import { beforeAll, expect, test } from 'vitest';
import { nextRenewalPage } from '~/domain/applications/data/next-renewals.server';
import { listNextRenewals } from '~/domain/applications/list-next-renewals.server';
import { earliestEnds } from '~/domain/applications/rules/next-renewal';
import { getLevel } from '~/domain/frameworks/get-level.server';
import type { Level } from '~/domain/frameworks/types';
import { newId } from '~/platform/ids';
import { toDb } from '~/platform/local-date';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';
import { countPausedDays, fillHolders, planOf, scansOf } from '../../support/many-holders';

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
    expect(plan).toContain('licence_period_last_day_idx');
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

async function pauseFor(period: { id: string; award: string }, days: { from: string; until: string }) {
  const { db } = cast.as(null);
  const [decisionId, recordedAt, from] = [newId(), new Date('2026-11-20T07:00:00Z'), toDb(days.from)];
  const made = { act: 'pause', actorId: cast.registrar.accountId, note: '', before: {}, after: {}, key: 1 };
  const of = { qualificationId: period.award, recordedAt };
  await db.decision.create({ data: { id: decisionId, ...made, ...of, effectiveOn: from } });
  const dates = { from, until: toDb(days.until) };
  await db.pause.create({ data: { id: newId(), periodId: period.id, decisionId, ...of, ...dates } });
  await countPausedDays(db, period.id);
}

test('a clock that stood still moves the last day, and with it the place in the list', async () => {
  const input = { levelId: level.id, from: '2028-06-01', before: null, components: [] };
  const asked = () => listNextRenewals(cast.as(cast.registrar), input);
  const { pool } = world.current.services.database;
  const { rows } = await pool.query<{ id: string; award: string; until: string }>(
    `SELECT p.id, p.qualification_id AS award, p.until::text AS until FROM licence_period p
     JOIN qualification q ON q.id = p.qualification_id
     WHERE q.level_id = $1 AND p.until < '2028-05-31' ORDER BY p.until DESC, p.id DESC LIMIT 1`,
    [level.id],
  );
  const [last] = rows;
  if (!last) throw new Error('Nobody ends before the day');
  const before = await asked();
  expect(before.rows.filter(({ isDue, periodId }) => isDue && periodId === last.id)).toEqual([]);
  await pauseFor(last, { from: '2027-01-01', until: '2027-12-31' });
  const after = await asked();
  expect(after.due).toBe(before.due + 1);
  const moved = new Date(Date.parse(last.until) + 365 * 86_400_000).toISOString().slice(0, 10);
  const all = [];
  for (let page = after; ; ) {
    all.push(...page.rows);
    if (!page.next) break;
    page = await listNextRenewals(cast.as(cast.registrar), { ...input, after: page.next });
  }
  expect(all.filter(({ periodId }) => periodId === last.id)).toMatchObject([{ until: moved, isDue: true }]);
  const days = all.map(({ until }) => until);
  expect(days).toEqual([...days].sort());
});
