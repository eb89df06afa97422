import type { Db } from '~/platform/context';
import type { Prisma } from '~/platform/db/client';

export const listSpans = (db: Db, assetId: string) =>
  db.withdrawnSpan.findMany({ where: { assetId }, orderBy: [{ startMs: 'asc' }, { endMs: 'asc' }] });

/** False when exactly these seconds were marked before. */
export async function insertSpan(db: Db, span: Prisma.WithdrawnSpanCreateManyInput): Promise<boolean> {
  const { count } = await db.withdrawnSpan.createMany({ data: [span], skipDuplicates: true });
  return count === 1;
}

/** These seconds are blank from this version on. */
export const noteCut = (db: Db, ids: readonly string[], cutVersion: number) =>
  db.withdrawnSpan.updateMany({ where: { id: { in: [...ids] }, cutVersion: null }, data: { cutVersion } });
