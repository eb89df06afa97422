import type { Db } from '~/platform/context';

/** A move that was not heard of for so long, in milliseconds, is lost; another one may begin. */
const LOST_AFTER = 6 * 60 * 60_000;

const lostBefore = (now: Date) => new Date(now.getTime() - LOST_AFTER);

/** False when the asset is on the move already. */
export async function beginMove(db: Db, id: string, now: Date): Promise<boolean> {
  const { count } = await db.mediaAsset.updateMany({
    where: { id, OR: [{ movingSince: null }, { movingSince: { lt: lostBefore(now) } }] },
    data: { movingSince: now },
  });
  return count === 1;
}

/** False when it was not on the move. */
export async function endMove(db: Db, id: string): Promise<boolean> {
  const { count } = await db.mediaAsset.updateMany({
    where: { id, movingSince: { not: null } },
    data: { movingSince: null },
  });
  return count === 1;
}

export async function isAnyMoving(db: Db, now: Date): Promise<boolean> {
  return (await db.mediaAsset.findFirst({ where: { movingSince: { gte: lostBefore(now) } } })) !== null;
}

type MovablePage = { provider: string | null; after: string | null; take: number; now: Date };

/** Assets that play, one page by key, with what was tried in vain with their next version; those that failed rest. */
export const listMovable = (db: Db, page: MovablePage) =>
  db.mediaAsset.findMany({
    where: {
      OR: [{ failedAt: null }, { failedAt: { lt: lostBefore(page.now) } }],
      packagingVersion: { gt: 0 },
      masterKey: { not: null },
      ...(page.provider === null ? {} : { provider: page.provider }),
      ...(page.after === null ? {} : { id: { gt: page.after } }),
    },
    orderBy: { id: 'asc' },
    take: page.take,
    include: { muxAssets: { where: { state: 'errored' } } },
  });

/** A service makes nothing of a version that was given up. */
export const forgetHandOver = (db: Db, assetId: string, packagingVersion: number) =>
  db.packagingStep.deleteMany({ where: { assetId, packagingVersion, step: 'hand-over' } });
