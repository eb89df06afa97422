import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { reached } from '~/platform/db/like-text.server';
import type { MomentCursor } from '~/platform/moment-cursor';
import type { UNION_LISTS } from '../inputs';
import { type Counts, type MovedRow, SHOWN_KINDS, type UnionRecord } from '../types';

const { sql } = Prisma;

/** Two joinings, and anything else that changes an owner, wait for each other. */
export async function lockPersons(db: Db, personIds: readonly string[]): Promise<void> {
  await db.$queryRaw(sql`
    SELECT 1 FROM person WHERE id = ANY(${[...personIds]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`);
}

export const findUnion = (db: Db, id: string): Promise<UnionRecord | null> =>
  db.personUnion.findUnique({ where: { id } });

/** The same, with the row locked: answers to one union wait for each other. */
export async function lockUnion(db: Db, id: string): Promise<UnionRecord | null> {
  await db.$queryRaw(sql`SELECT 1 FROM person_union WHERE id = ${id}::uuid FOR UPDATE`);
  return findUnion(db, id);
}

/** Joined or waiting ones that somebody is part of. */
export const listOpen = (db: Db, personIds: readonly string[]): Promise<UnionRecord[]> =>
  db.personUnion.findMany({
    where: {
      declinedAt: null,
      partedAt: null,
      OR: [{ keptId: { in: [...personIds] } }, { absorbedId: { in: [...personIds] } }],
    },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  });

/** The pairs of every union, open or closed, that any of the people was part of. */
export const listOfAny = (
  db: Db,
  personIds: readonly string[],
): Promise<Pick<UnionRecord, 'keptId' | 'absorbedId'>[]> =>
  db.personUnion.findMany({
    where: { OR: [{ keptId: { in: [...personIds] } }, { absorbedId: { in: [...personIds] } }] },
    select: { keptId: true, absorbedId: true },
  });

/** Every union that somebody was ever part of, oldest first. */
export const listUnionsOf = (db: Db, personId: string): Promise<UnionRecord[]> =>
  db.personUnion.findMany({
    where: { OR: [{ keptId: personId }, { absorbedId: personId }] },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  });

export async function insertUnion(
  db: Db,
  union: Pick<
    UnionRecord,
    | 'id'
    | 'keptId'
    | 'absorbedId'
    | 'reason'
    | 'document'
    | 'path'
    | 'secondPath'
    | 'keys'
    | 'askedBy'
    | 'askedAt'
  >,
): Promise<void> {
  await db.personUnion.create({ data: union });
}

export async function changeUnion(db: Db, id: string, data: Partial<Omit<UnionRecord, 'id'>>): Promise<void> {
  await db.personUnion.update({ where: { id }, data });
}

/** A row that was moved before keeps what it was at first. */
export async function insertMoves(db: Db, unionId: string, moved: readonly MovedRow[]): Promise<void> {
  await db.unionMove.createMany({
    data: moved.map(({ was, ...row }) => ({ ...row, unionId, ...(was ? { was } : {}) })),
    skipDuplicates: true,
  });
}

export async function listMoves(db: Db, unionId: string): Promise<MovedRow[]> {
  const rows = await db.unionMove.findMany({
    where: { unionId },
    select: { kind: true, rowId: true, was: true },
  });
  return rows.map((row) => ({ ...row, was: row.was as MovedRow['was'] }));
}

/** How many rows of the kinds that pages name were moved. */
export async function countMoves(db: Db, unionId: string): Promise<Counts> {
  const rows = await db.unionMove.groupBy({ by: ['kind'], where: { unionId }, _count: { kind: true } });
  const counts = new Map(rows.map(({ kind, _count }) => [kind, _count.kind]));
  return Object.fromEntries(SHOWN_KINDS.map((kind) => [kind, counts.get(kind) ?? 0]));
}

export type UnionFilter = {
  list: (typeof UNION_LISTS)[number];
  paths: readonly string[];
  /** Whoever asked finds it as well. */
  accountId: string;
};

const IN_LIST: Record<UnionFilter['list'], Prisma.Sql> = {
  asked: sql`u.joined_at IS NULL AND u.declined_at IS NULL`,
  joined: sql`u.joined_at IS NOT NULL AND u.parted_at IS NULL`,
  closed: sql`(u.parted_at IS NOT NULL OR u.declined_at IS NOT NULL)`,
};

/** One page, last asked for first. */
export const unionPage = (
  { list, paths, accountId }: UnionFilter,
  after: MomentCursor | null,
  take: number,
): Prisma.Sql => sql`
  SELECT u.id::text AS id, u.kept_id::text AS "keptId", u.absorbed_id::text AS "absorbedId", u.asked_at AS "askedAt"
  FROM person_union u
  WHERE ${IN_LIST[list]}
    AND (u.asked_by = ${accountId}::uuid OR ${reached({ ids: [], paths }, sql`u.id`, sql`u.path`)}
      OR ${reached({ ids: [], paths }, sql`u.id`, sql`u.second_path`)})
    ${after ? sql`AND (u.asked_at, u.id) < (${after.at}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
  ORDER BY u.asked_at DESC, u.id DESC LIMIT ${take}`;

export type UnionListRow = Pick<UnionRecord, 'id' | 'keptId' | 'absorbedId' | 'askedAt'>;

export const findUnionPage = (
  db: Db,
  filter: UnionFilter,
  after: MomentCursor | null,
  take: number,
): Promise<UnionListRow[]> => db.$queryRaw(unionPage(filter, after, take));
