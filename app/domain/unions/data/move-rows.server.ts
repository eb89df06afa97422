import type { Ctx, Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { type MovedRow, SHOWN_KINDS } from '../types';
import { OWNED, type OwnedTable } from './owned-tables';

/** From whom to whom rows go. */
export type Way = { from: string; to: string };

/** SQL of `owned-tables.ts` with the receiver's id in it. */
function withReceiver(text: string, to: string): Prisma.Sql {
  const [first = '', ...rest] = text.split('$to');
  return rest.reduce(
    (sql, part) => Prisma.sql`${sql}${to}::uuid${Prisma.raw(part)}`,
    Prisma.sql`${Prisma.raw(first)}`,
  );
}

/** Changes the owner of the rows of one table; gives their keys. */
async function moveTable(
  db: Db,
  { table, key, unless }: OwnedTable,
  { from, to }: Way,
  which: Prisma.Sql,
): Promise<string[]> {
  const isFree = unless ? Prisma.sql`NOT EXISTS (${withReceiver(unless, to)})` : Prisma.sql`true`;
  const rows = await db.$queryRaw<{ key: string }[]>(Prisma.sql`
    UPDATE ${Prisma.raw(table)} t SET person_id = ${to}::uuid
    WHERE t.person_id = ${from}::uuid AND ${isFree} AND (${which}) RETURNING ${Prisma.raw(key)} AS key`);
  return rows.map((row) => row.key);
}

/** Whose awards and live conditions were until now is kept for what was known before. */
async function keepFormerHolder(tx: Ctx, kind: string, rowIds: readonly string[], from: string) {
  if ((kind !== 'qualification' && kind !== 'component') || rowIds.length === 0) return;
  await tx.db.$executeRaw(Prisma.sql`
    INSERT INTO former_holder (row_id, until, person_id)
    SELECT id, ${tx.clock.now()}::timestamptz, ${from}::uuid FROM unnest(${[...rowIds]}::uuid[]) id
    ON CONFLICT DO NOTHING`);
}

/** Gives every row of one person to another one, but for what that one has already; answers which. */
export async function moveRows(tx: Ctx, way: Way): Promise<MovedRow[]> {
  const moved: MovedRow[] = [];
  for (const owned of OWNED) {
    const rowIds = await moveTable(tx.db, owned, way, Prisma.sql`true`);
    await keepFormerHolder(tx, owned.kind, rowIds, way.from);
    moved.push(...rowIds.map((rowId) => ({ kind: owned.kind, rowId, was: null })));
  }
  return moved;
}

/**
 * Gives the rows back, and what was made later and hangs on them. `since`: the moment of the joining, where what whoever
 * signs in wrote after it goes back as well.
 */
export async function moveBack(
  tx: Ctx,
  way: Way,
  moved: readonly MovedRow[],
  since: Date | null,
): Promise<void> {
  for (const owned of OWNED) {
    const ids = moved.filter(({ kind }) => kind === owned.kind).map(({ rowId }) => rowId);
    const hangs = owned.follows ? Prisma.sql`OR ${withReceiver(owned.follows, way.to)}` : Prisma.empty;
    const own =
      owned.own && since ? Prisma.sql`OR ${Prisma.raw(owned.own)} > ${since}::timestamptz` : Prisma.empty;
    const which = Prisma.sql`${Prisma.raw(owned.key)} = ANY(${ids}::text[]) ${hangs} ${own}`;
    await keepFormerHolder(tx, owned.kind, await moveTable(tx.db, owned, way, which), way.from);
  }
}

/** How many rows of the kinds that pages name somebody has. */
export async function countRows(db: Db, personId: string): Promise<Map<string, number>> {
  const shown = OWNED.filter((owned) => SHOWN_KINDS.some((kind) => kind === owned.kind));
  const counts = shown.map(
    ({ kind, table }) =>
      Prisma.sql`SELECT ${kind} AS kind, count(*)::int AS count FROM ${Prisma.raw(table)} WHERE person_id = ${personId}::uuid`,
  );
  const rows = await db.$queryRaw<{ kind: string; count: number }[]>(Prisma.sql`
    ${Prisma.join(counts, ' UNION ALL ')}
    UNION ALL SELECT 'enrolment', count(*)::int FROM enrolment WHERE person_id = ${personId}::uuid`);
  return new Map(rows.map(({ kind, count }) => [kind, count]));
}
