import type { Db } from '~/platform/context';
import type { Checkpoint as Row } from '~/platform/db/client';
import { fromDb, type LocalDate, toDb } from '~/platform/local-date';
import type { Checkpoint } from '../types';

const shown = ({ day, firstSeq, lastSeq, headHash, ...rest }: Row): Checkpoint => ({
  ...rest,
  day: fromDb(day),
  first: firstSeq,
  last: lastSeq,
  head: headHash,
});

export async function findNewest(db: Db): Promise<Checkpoint | null> {
  const row = await db.checkpoint.findFirst({ orderBy: { day: 'desc' } });
  return row && shown(row);
}

export async function findByDay(db: Db, day: LocalDate): Promise<Checkpoint | null> {
  const row = await db.checkpoint.findUnique({ where: { day: toDb(day) } });
  return row && shown(row);
}

/** Newest first, before the day when one is given. */
export async function listByDay(
  db: Db,
  { before, take }: { before: LocalDate | null; take: number },
): Promise<Checkpoint[]> {
  const where = before === null ? {} : { day: { lt: toDb(before) } };
  return (await db.checkpoint.findMany({ where, orderBy: { day: 'desc' }, take })).map(shown);
}

/** False when the day has its checkpoint already. */
export async function insertCheckpoint(db: Db, checkpoint: Checkpoint): Promise<boolean> {
  const { day, first, last, head, ...rest } = checkpoint;
  const { count } = await db.checkpoint.createMany({
    data: [{ ...rest, day: toDb(day), firstSeq: first, lastSeq: last, headHash: head }],
    skipDuplicates: true,
  });
  return count === 1;
}
