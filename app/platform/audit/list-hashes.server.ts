import type { Db } from '../context';

export type ChainHash = { seq: bigint; hash: string };

/** Numbers, hashes and links of the rows from `from` to `to`, both included, in order, at most `take`. */
export const listHashes = (
  db: Db,
  { from, to, take }: { from: bigint; to: bigint; take: number },
): Promise<(ChainHash & { prevHash: string })[]> =>
  db.auditEvent.findMany({
    where: { seq: { gte: from, lte: to } },
    select: { seq: true, hash: true, prevHash: true },
    orderBy: { seq: 'asc' },
    take,
  });

/** The last row that was written before the moment; null when there is none. */
export const findLastBefore = (db: Db, moment: Date): Promise<ChainHash | null> =>
  db.auditEvent.findFirst({
    where: { at: { lt: moment } },
    select: { seq: true, hash: true },
    orderBy: { seq: 'desc' },
  });

/** The last row of the chain; null when it is empty. */
export const findLastRow = (db: Db): Promise<ChainHash | null> =>
  db.auditEvent.findFirst({ select: { seq: true, hash: true }, orderBy: { seq: 'desc' } });
