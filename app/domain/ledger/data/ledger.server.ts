import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import type { CountedPoints, LedgerEntry } from '../types';

type Account = { personId: string; frameworkId: string };

/** Everything that was ever counted for a person in a framework, oldest first. */
export async function listEntries(db: Db, { personId, frameworkId }: Account): Promise<LedgerEntry[]> {
  const rows = await db.ledgerEntry.findMany({
    where: { personId, frameworkId },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
    take: 2000,
  });
  const reversed = new Set(rows.map(({ reversesId }) => reversesId));
  return rows.map((row) => ({
    id: row.id,
    periodId: row.periodId,
    evidenceId: row.evidenceId,
    category: row.category,
    points: row.points,
    reversesId: row.reversesId,
    note: row.note,
    recordedAt: row.recordedAt,
    isReversed: reversed.has(row.id),
  }));
}

/** Every row of a person, for the export. */
export const listEntriesOf = (db: Db, personId: string) =>
  db.ledgerEntry.findMany({ where: { personId }, orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] });

export type Counting = Account & {
  periodId: string;
  ruleSetVersionId: string;
  recordedAt: Date;
  entries: readonly CountedPoints[];
};

/** How many countings of each piece were reversed: the turn of the next one, taken while one stands. */
async function turnsOf(db: Db, { frameworkId, entries }: Counting): Promise<Map<string, number>> {
  const ids = entries.flatMap(({ evidenceId }) => (evidenceId ? [evidenceId] : []));
  const rows = await db.ledgerEntry.findMany({
    where: { frameworkId, reversesId: { not: null }, evidenceId: { in: ids } },
    select: { evidenceId: true },
  });
  const turns = new Map<string, number>();
  for (const { evidenceId } of rows) if (evidenceId) turns.set(evidenceId, (turns.get(evidenceId) ?? 0) + 1);
  return turns;
}

/** Writes the countings of one renewal; false when another renewal counted one of the pieces in the meantime. */
export async function insertCounting(db: Db, counting: Counting): Promise<boolean> {
  const { entries, ...facts } = counting;
  const turns = await turnsOf(db, counting);
  const { count } = await db.ledgerEntry.createMany({
    skipDuplicates: true,
    data: entries.map(({ evidenceId, category, points }) => ({
      ...facts,
      id: newId(),
      evidenceId,
      category,
      points,
      turn: evidenceId ? (turns.get(evidenceId) ?? 0) : null,
    })),
  });
  return count === entries.length;
}

/** Locks the counting and reverses it with a row of its own; false when there is none or it was reversed before. */
export async function insertReversal(
  db: Db,
  {
    entryId,
    personId,
    frameworkId,
    note,
    recordedAt,
  }: Account & { entryId: string; note: string; recordedAt: Date },
): Promise<boolean> {
  await db.$queryRaw(Prisma.sql`SELECT 1 FROM ledger_entry WHERE id = ${entryId}::uuid FOR UPDATE`);
  const row = await db.ledgerEntry.findFirst({
    where: { id: entryId, personId, frameworkId, reversesId: null },
  });
  if (!row) return false;
  const { count } = await db.ledgerEntry.createMany({
    data: [{ ...row, id: newId(), points: -row.points, turn: null, reversesId: row.id, note, recordedAt }],
    skipDuplicates: true,
  });
  return count === 1;
}
