import { z } from 'zod';
import { TOGETHER_ACTS } from '~/domain/applications/inputs';
import { KEYS, LACK_KINDS, type Lack } from '~/domain/applications/types';
import { POINT_CATEGORIES } from '~/domain/frameworks/inputs';
import { readText } from '~/i18n/content';
import type { Db } from '~/platform/context';
import { type Batch, type BatchItem, Prisma } from '~/platform/db/client';
import { type BatchRow, type ItemOutcome, type ItemRow, OUTCOMES, type Reason } from '../types';

const act = z.enum(TOGETHER_ACTS);
const outcome = z.enum(OUTCOMES).nullable();
const key = z.enum(KEYS).nullable();
const lack: z.ZodType<Lack> = z.object({
  kind: z.enum(LACK_KINDS),
  ref: z.string().nullable(),
  name: z.unknown().transform((name) => (name === null ? null : readText(name))),
  count: z.number().nullable(),
  have: z.number().nullable(),
  category: z.enum(POINT_CATEGORIES).nullable(),
  of: z.array(z.lazy(() => lack)),
});
const detail = z.object({
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  missing: z.array(lack),
});

const readBatch = ({ key: _key, ...row }: Batch): BatchRow => ({ ...row, act: act.parse(row.act) });

const readItem = (row: BatchItem): ItemRow => ({
  no: row.no,
  applicationId: row.applicationId,
  key: key.parse(row.foreseen),
  outcome: outcome.parse(row.outcome),
  reason: row.code === null ? null : { code: row.code, ...detail.parse(row.detail) },
  serial: row.serial,
  number: row.number,
});

export type NewBatch = Omit<BatchRow, 'reason' | 'note' | 'confirmedAt'> & { key: string };

/** Writes the batch with its items unless the form was sent before; gives the one that stands. */
export async function insertBatch(
  db: Db,
  { items, ...row }: NewBatch & { items: readonly Pick<ItemRow, 'applicationId' | 'key'>[] },
): Promise<string> {
  const { count } = await db.batch.createMany({ data: [row], skipDuplicates: true });
  const { actorId, key } = row;
  if (count === 0) return (await db.batch.findUniqueOrThrow({ where: { actorId_key: { actorId, key } } })).id;
  await db.batchItem.createMany({
    data: items.map((item, at) => ({
      batchId: row.id,
      no: at + 1,
      applicationId: item.applicationId,
      foreseen: item.key,
    })),
  });
  return row.id;
}

/** What somebody prepared before the moment and never confirmed. */
export const removeForgotten = (db: Db, actorId: string, before: Date) =>
  db.batch.deleteMany({ where: { actorId, confirmedAt: null, preparedAt: { lt: before } } });

export async function findBatch(db: Db, id: string): Promise<BatchRow | null> {
  const row = await db.batch.findUnique({ where: { id } });
  return row && readBatch(row);
}

/** The same, with the row locked until the transaction ends. */
export async function lockBatch(db: Db, id: string): Promise<BatchRow | null> {
  await db.$queryRaw(Prisma.sql`SELECT 1 FROM batch WHERE id = ${id}::uuid FOR UPDATE`);
  return findBatch(db, id);
}

/** All of a batch, in its order. */
export async function listItems(db: Db, batchId: string): Promise<ItemRow[]> {
  return (await db.batchItem.findMany({ where: { batchId }, orderBy: { no: 'asc' } })).map(readItem);
}

/** The next ones that wait. */
export async function listWaiting(db: Db, batchId: string, take: number): Promise<ItemRow[]> {
  const where = { batchId, outcome: null };
  return (await db.batchItem.findMany({ where, orderBy: { no: 'asc' }, take })).map(readItem);
}

/** Once; false when it was confirmed before. */
export async function confirmRow(
  db: Db,
  id: string,
  facts: { reason: string | null; note: string; confirmedAt: Date },
): Promise<boolean> {
  const { count } = await db.batch.updateMany({ where: { id, confirmedAt: null }, data: facts });
  return count === 1;
}

export type NewOutcome = {
  applicationId: string;
  outcome: ItemOutcome;
  reason: Reason | null;
  serial: string | null;
  number: string | null;
};

/** Writes outcomes down in one statement; an item that has one keeps it. */
export async function keepOutcomes(
  db: Db,
  batchId: string,
  { outcomes, doneAt }: { outcomes: readonly NewOutcome[]; doneAt: Date },
): Promise<void> {
  const rows = outcomes.map(({ reason, ...row }) => {
    const { code = null, ...words } = reason ?? {};
    return { ...row, code, detail: reason && words };
  });
  await db.$executeRaw(Prisma.sql`
    UPDATE batch_item i SET outcome = r.outcome, code = r.code, detail = r.detail, serial = r.serial, number = r.number,
      done_at = ${doneAt}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r ("applicationId" uuid, outcome text, code text, detail jsonb,
      serial text, number text)
    WHERE i.batch_id = ${batchId}::uuid AND i.application_id = r."applicationId" AND i.outcome IS NULL`);
}

export type ListedBatch = Pick<BatchRow, 'id' | 'act' | 'preparedAt' | 'confirmedAt'> & {
  items: number;
  waiting: number;
  notDone: number;
};

/** Of one account, newest first. */
export const batchPage = (actorId: string, before: Date | null, take: number): Prisma.Sql => Prisma.sql`
  SELECT b.id::text AS id, b.act, b.prepared_at AS "preparedAt", b.confirmed_at AS "confirmedAt",
    c.items, c.waiting, c."notDone"
  FROM (SELECT * FROM batch WHERE actor_id = ${actorId}::uuid
        AND (${before}::timestamptz IS NULL OR prepared_at < ${before}::timestamptz)
        ORDER BY prepared_at DESC, id DESC LIMIT ${take}) b
    CROSS JOIN LATERAL (SELECT count(*)::int AS items, count(*) FILTER (WHERE i.outcome IS NULL)::int AS waiting,
      count(*) FILTER (WHERE i.outcome = 'not-done')::int AS "notDone"
      FROM batch_item i WHERE i.batch_id = b.id) c
  ORDER BY b.prepared_at DESC, b.id DESC`;

export const findBatchPage = async (
  db: Db,
  actorId: string,
  page: { before: Date | null; take: number },
): Promise<ListedBatch[]> => {
  const rows = await db.$queryRaw<ListedBatch[]>(batchPage(actorId, page.before, page.take));
  return rows.map((row) => ({ ...row, act: act.parse(row.act) }));
};
