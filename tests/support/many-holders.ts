import { type Db, inTransaction } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import type { Cast } from './cast';

export const HOLDERS = 4_000;

/** What licensing keeps with a period whenever it writes a pause: each day between its first and its last, once. */
export const countPausedDays = (db: Db, periodId: string): Promise<number> =>
  db.$executeRaw(Prisma.sql`
    UPDATE licence_period SET paused_days = (
      SELECT count(*) FROM pause z, generate_series(z."from", least(z.until, z.ended_on - 1), interval '1 day')
      WHERE z.period_id = licence_period.id) WHERE id = ${periodId}::uuid`);

/** Many holders in twenty regions, by SQL: half of them have safeguarding, their licences end on 1,500 different days. */
export async function fillHolders(cast: Cast, holders = HOLDERS): Promise<void> {
  const { db } = cast.as(null);
  const rules = await db.ruleSetVersion.findFirstOrThrow({ where: { level: { slug: 'one' } } });
  const bulk = async (sql: Prisma.Sql) => db.$executeRaw(sql);
  const number = Prisma.sql`generate_series(1, ${holders}::int) n`;
  const id = (kind: string) =>
    Prisma.sql`overlay(overlay(md5(${kind} || n) placing '4' from 13) placing '8' from 17)::uuid`;
  await bulk(Prisma.sql`INSERT INTO person (id, created_at) SELECT ${id('p')}, now() FROM ${number}`);
  await bulk(Prisma.sql`INSERT INTO holder (person_id, display_name, latin_name, folded_names, path)
    SELECT ${id('p')}, 'Держатель ' || n, 'Holder ' || n, 'derjatel ' || n || ' holder ' || n, '/kjf/r' || (n % 20) || '/'
    FROM ${number}`);
  await bulk(Prisma.sql`INSERT INTO holder_place (id, person_id, path, recorded_at)
    SELECT ${id('o')}, ${id('p')}, '/kjf/r' || (n % 20) || '/', now() FROM ${number}`);
  await bulk(Prisma.sql`INSERT INTO qualification (id, person_id, level_id, awarded_on, recorded_at)
    SELECT ${id('q')}, ${id('p')}, ${rules.levelId}::uuid, date '2024-11-01' + n % 1500 - 730, now() FROM ${number}`);
  await bulk(Prisma.sql`INSERT INTO licence_period
      (id, qualification_id, no, "from", until, window_opens, grace_until, rule_set_version_id, components, zone, recorded_at, path)
    SELECT ${id('l')}, ${id('q')}, 1, date '2024-11-01' + n % 1500 - 730, date '2024-11-01' + n % 1500,
      date '2024-11-01' + n % 1500 - 90, date '2024-11-01' + n % 1500 + 180, ${rules.id}::uuid,
      ARRAY['safeguarding'], 'Asia/Almaty', now(), '/kjf/r' || (n % 20) || '/' FROM ${number}`);
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

/** How PostgreSQL would answer the query; `smallTablesToo`: as it does where reading a whole table is dear. */
export async function planOf(
  cast: Pick<Cast, 'as'>,
  query: Prisma.Sql,
  { smallTablesToo = false } = {},
): Promise<string> {
  return inTransaction(cast.as(null), async ({ db }) => {
    if (smallTablesToo) await db.$executeRaw(Prisma.sql`SET LOCAL enable_seqscan = off`);
    return JSON.stringify(await db.$queryRaw<unknown[]>(Prisma.sql`EXPLAIN (FORMAT JSON) ${query}`));
  });
}

type Node = { 'Node Type': string; Alias?: string; Plans?: Node[] };

/** How the table with this alias is read. */
export function scansOf(text: string, alias: string): string[] {
  const visit = (node: Node): string[] => [
    ...(node.Alias === alias ? [node['Node Type']] : []),
    ...(node.Plans ?? []).flatMap(visit),
  ];
  const [row] = JSON.parse(text) as [{ 'QUERY PLAN': [{ Plan: Node }] }];
  return visit(row['QUERY PLAN'][0].Plan);
}
