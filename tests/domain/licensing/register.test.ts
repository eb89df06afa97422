import { beforeAll, describe, expect, test } from 'vitest';
import { applicationPage } from '~/domain/licensing/data/application-list.server';
import { registerPage } from '~/domain/licensing/data/register.server';
import { getQualification } from '~/domain/licensing/get-qualification.server';
import { listApplications } from '~/domain/licensing/list-applications.server';
import { sanctionQualification } from '~/domain/licensing/sanction-qualification.server';
import { searchRegister } from '~/domain/licensing/search-register.server';
import { syncHolder } from '~/domain/licensing/sync-holder.server';
import { inTransaction } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { type Cast, openCast } from '../../support/cast';
import { useWorld } from '../../support/database';

const world = useWorld();
let cast: Cast;

const HOLDERS = 4_000;

/** Many holders in twenty regions, by SQL: half of them have safeguarding, their licences end on 1,500 different days. */
async function fill(): Promise<void> {
  const { db } = cast.as(null);
  const rules = await db.ruleSetVersion.findFirstOrThrow({ where: { level: { slug: 'one' } } });
  const bulk = async (sql: Prisma.Sql) => db.$executeRaw(sql);
  const number = Prisma.sql`generate_series(1, ${HOLDERS}::int) n`;
  const id = (kind: string) =>
    Prisma.sql`overlay(overlay(md5(${kind} || n) placing '4' from 13) placing '8' from 17)::uuid`;
  await bulk(Prisma.sql`INSERT INTO person (id, created_at) SELECT ${id('p')}, now() FROM ${number}`);
  await bulk(Prisma.sql`INSERT INTO holder (person_id, display_name, latin_name, folded_names, path)
    SELECT ${id('p')}, 'Держатель ' || n, 'Holder ' || n, 'derjatel ' || n || ' holder ' || n, '/kjf/r' || (n % 20) || '/'
    FROM ${number}`);
  await bulk(Prisma.sql`INSERT INTO qualification (id, person_id, level_id, awarded_on, recorded_at)
    SELECT ${id('q')}, ${id('p')}, ${rules.levelId}::uuid, date '2024-11-01' + n % 1500 - 730, now() FROM ${number}`);
  await bulk(Prisma.sql`INSERT INTO licence_period
      (id, qualification_id, no, "from", until, window_opens, grace_until, rule_set_version_id, components, zone, recorded_at)
    SELECT ${id('l')}, ${id('q')}, 1, date '2024-11-01' + n % 1500 - 730, date '2024-11-01' + n % 1500,
      date '2024-11-01' + n % 1500 - 90, date '2024-11-01' + n % 1500 + 180, ${rules.id}::uuid,
      ARRAY['safeguarding'], 'Asia/Almaty', now() FROM ${number}`);
  await bulk(Prisma.sql`INSERT INTO evidence (id, person_id, type, source_id, ref, title, occurred_on, recorded_at)
    SELECT ${id('e')}, ${id('p')}, 'course', 'bulk-' || n, 'course:safe@1', '{"original":"en"}', date '2024-01-01', now()
    FROM ${number} WHERE n % 2 = 0`);
  await bulk(Prisma.sql`INSERT INTO component (id, person_id, kind, "from", until, evidence_id, recorded_at)
    SELECT ${id('c')}, ${id('p')}, 'safeguarding', date '2024-01-01', date '2029-01-01', ${id('e')}, now()
    FROM ${number} WHERE n % 2 = 0`);
  await bulk(Prisma.sql`INSERT INTO application (id, person_id, level_id, rule_set_version_id, path, note, languages, submitted_at, closed_at)
    SELECT ${id('a')}, ${id('p')}, ${rules.levelId}::uuid, ${rules.id}::uuid, '/kjf/r' || (n % 20) || '/', '', '{kk,ru}',
      timestamptz '2026-01-01' + n * interval '1 minute', CASE WHEN n % 40 > 0 THEN timestamptz '2026-06-01' + n * interval '1 minute' END
    FROM ${number}`);
  await db.$executeRawUnsafe('ANALYZE');
}

beforeAll(async () => {
  cast = await openCast(world.current);
  await fill();
});

const office = () => cast.as(cast.registrar);

async function plan(query: Prisma.Sql): Promise<string> {
  const rows = await cast.as(null).db.$queryRaw<unknown[]>(Prisma.sql`EXPLAIN (FORMAT JSON) ${query}`);
  return JSON.stringify(rows);
}

type Node = { 'Node Type': string; Alias?: string; Plans?: Node[] };

/** How the table with this alias is read. */
function scansOf(text: string, alias: string): string[] {
  const visit = (node: Node): string[] => [
    ...(node.Alias === alias ? [node['Node Type']] : []),
    ...(node.Plans ?? []).flatMap(visit),
  ];
  const [row] = JSON.parse(text) as [{ 'QUERY PLAN': [{ Plan: Node }] }];
  return visit(row['QUERY PLAN'][0].Plan);
}

describe('searching', () => {
  test('region, level, 60 days, safeguarding missing: the rows and no others', async () => {
    const filter = {
      state: 'all',
      path: '/kjf/r7/',
      level: 'one',
      within: '60',
      missing: 'safeguarding',
    } as const;
    const found = await searchRegister(office(), filter);
    const raw = await cast.as(null).db.$queryRaw<{ id: string }[]>(Prisma.sql`
      SELECT p.id::text FROM licence_period p JOIN qualification q ON q.id = p.qualification_id
      JOIN holder h ON h.person_id = q.person_id LEFT JOIN component c ON c.person_id = q.person_id
      WHERE h.path LIKE '/kjf/r7/%' AND c.id IS NULL AND p.until BETWEEN date '2026-11-23' AND date '2027-01-22'
      ORDER BY p.until, p.id`);
    expect(raw.length).toBeGreaterThan(0);
    expect(found.total).toBe(raw.length);
    expect(found.rows.map(({ periodId }) => periodId)).toEqual(raw.map(({ id }) => id));
  });

  test('pages follow each other without a gap or a double', async () => {
    const ids: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const page = await searchRegister(office(), { state: 'all', path: '/kjf/r3/', after });
      ids.push(...page.rows.map(({ periodId }) => periodId));
      total = page.total;
      after = page.next;
    } while (after);
    expect(total).toBe(HOLDERS / 20);
    expect(new Set(ids).size).toBe(total);
  });

  test('names are found in any script; damaged addresses are read as empty', async () => {
    expect((await searchRegister(office(), { state: 'all', q: 'ДЕРЖАТЕЛЬ 412' })).rows[0]?.latinName).toBe(
      'Holder 412',
    );
    const nul = 'a\u0000b';
    for (const field of ['path', 'missing', 'q', 'level', 'state', 'within', 'after']) {
      await expect(searchRegister(office(), { [field]: nul })).resolves.toBeDefined();
      await expect(listApplications(office(), { [field]: nul })).resolves.toBeDefined();
    }
    const odd = await searchRegister(office(), {
      state: 'nonsense',
      within: 'x',
      after: '2026-01-01_x',
      level: 'none',
    });
    expect(odd.total).toBe(0);
  });

  test('a form that was sent empty asks for nothing', async () => {
    const empty = { state: '', level: '', path: '', q: '', within: '', missing: '', after: '' };
    const { total } = await searchRegister(office(), empty);
    expect(total).toBe((await searchRegister(office(), {})).total);
    expect(total).toBeGreaterThan(0);
  });

  test('a region’s registrar sees the region only, a coach nothing', async () => {
    const grants = [
      {
        role: 'registrar' as const,
        organisationId: cast.organisationId,
        path: '/kjf/r5/',
        lang: null,
        level: null,
      },
    ];
    const regional = await cast.newPerson('Regional', '/kjf/r5/', grants);
    expect((await searchRegister(cast.as(regional), { state: 'all' })).total).toBe(HOLDERS / 20);
    const coach = await cast.newPerson('Coach');
    await expect(searchRegister(cast.as(coach), {})).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('plans', () => {
  const scope = { levelIds: [], paths: ['/kjf/'] };

  test('the first page of the register walks along the last days', async () => {
    const today = { 'Asia/Almaty': '2026-11-23' };
    const filter = {
      state: 'all',
      levelIds: null,
      path: '',
      q: '',
      until: null,
      missing: '',
      scope,
      today,
    } as const;
    const until = { from: '2026-11-23', to: '2027-01-22' };
    for (const each of [filter, { ...filter, until }]) {
      const text = await plan(registerPage(each, null, 51));
      expect(text).toContain('licence_period_until_id_idx');
      expect(scansOf(text, 'p')).not.toContain('Seq Scan');
    }
  });

  test('the first page of the queue reads open applications only', async () => {
    const filter = { list: 'open', levelIds: null, path: '', q: '', scope } as const;
    expect(scansOf(await plan(applicationPage(filter, null, 51)), 'a')).not.toContain('Seq Scan');
  });
});

describe('sanctions', () => {
  const order = { reason: 'conduct' as const, document: 'order 7', effectiveOn: '2026-11-23', note: '' };

  async function first(state: string) {
    const { rows } = await searchRegister(office(), { state });
    const row = rows[0];
    if (!row) throw new Error(`nobody is ${state}`);
    return row;
  }

  test('suspend, lift, revoke: each counts at once, once, and stays in the history', async () => {
    const { qualificationId } = await first('active');
    const stateNow = async () => (await getQualification(office(), { qualificationId })).periods[0]?.standing;
    await sanctionQualification(office(), { act: 'suspend', qualificationId, ...order });
    expect(await stateNow()).toMatchObject({ state: 'suspended', reason: 'disciplinary' });
    const again = sanctionQualification(office(), { act: 'suspend', qualificationId, ...order });
    await expect(again).rejects.toMatchObject({ code: 'licensing.already-suspended' });
    await sanctionQualification(office(), { act: 'lift', qualificationId, ...order, reason: 'lifted' });
    expect(await stateNow()).toMatchObject({ state: 'active' });
    const sent = await Promise.allSettled(
      Array.from({ length: 5 }, () =>
        sanctionQualification(office(), { act: 'revoke', qualificationId, ...order }),
      ),
    );
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await stateNow()).toMatchObject({ state: 'revoked' });
    const view = await getQualification(office(), { qualificationId });
    expect(view.decisions.map(({ act }) => act)).toEqual(['suspend', 'restore', 'revoke']);
  });

  test('not before the award, not on the own record, not by a coach, not elsewhere', async () => {
    const { qualificationId, personId } = await first('active');
    const early = { act: 'revoke' as const, qualificationId, ...order, effectiveOn: '2001-01-01' };
    await expect(sanctionQualification(office(), early)).rejects.toMatchObject({
      code: 'licensing.date-out-of-range',
    });
    const self = cast.as({ ...cast.registrar, personId });
    const revoke = { act: 'revoke' as const, qualificationId, ...order };
    await expect(sanctionQualification(self, revoke)).rejects.toMatchObject({ code: 'licensing.own-record' });
    const coach = cast.as(await cast.newPerson('Coach'));
    await expect(sanctionQualification(coach, revoke)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(getQualification(coach, { qualificationId })).rejects.toMatchObject({ kind: 'forbidden' });
    const unknown = { ...revoke, qualificationId: '0199c000-0000-7000-8000-00000000ffff' };
    await expect(sanctionQualification(office(), unknown)).rejects.toMatchObject({ kind: 'not-found' });
  });
});

test('a renamed holder is found by the new name', async () => {
  const { personId } = (await searchRegister(office(), { state: 'all', q: 'holder 77' })).rows[0] ?? {
    personId: '',
  };
  const ctx = office();
  ctx.ports.describeHolder = async () => ({
    personId,
    displayName: 'Жаңа есім',
    latinName: 'New Name',
    foldedNames: 'jana esim',
    organisationId: null,
    path: '/kjf/r1/',
    mail: null,
  });
  await inTransaction(ctx, (tx) => syncHolder(tx, { personId }));
  expect((await searchRegister(office(), { state: 'all', q: 'Жана есим' })).rows[0]?.personId).toBe(personId);
});
