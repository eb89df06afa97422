import type { Db } from '~/platform/context';
import type { Prisma } from '~/platform/db/client';
import { toDb } from '~/platform/local-date';

export const findRecording = (db: Db, id: string) => db.recording.findUnique({ where: { id } });

export const findRecordingBySlug = (db: Db, slug: string) => db.recording.findUnique({ where: { slug } });

export const findRecordingByAsset = (db: Db, assetId: string) =>
  db.recording.findUnique({ where: { assetId } });

export const listRecordings = (db: Db, ids: readonly string[]) =>
  db.recording.findMany({ where: { id: { in: [...ids] } } });

export const insertRecording = (db: Db, data: Prisma.RecordingCreateInput) => db.recording.create({ data });

export const listPublishedIds = (db: Db) =>
  db.recording.findMany({
    where: { publishedAt: { not: null } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });

/** False when it was published before. */
export async function markPublished(db: Db, id: string, by: string, at: Date): Promise<boolean> {
  const { count } = await db.recording.updateMany({
    where: { id, publishedAt: null },
    data: { publishedAt: at, publishedBy: by },
  });
  return count === 1;
}

/** False when it was withdrawn before. */
export async function markWithdrawn(db: Db, id: string, at: Date): Promise<boolean> {
  const { count } = await db.recording.updateMany({
    where: { id, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
  return count === 1;
}

/** What may be seen on a day of the zone in which last days are counted. */
export const shownOn = (today: string): Prisma.RecordingWhereInput => ({
  publishedAt: { not: null },
  withdrawnAt: null,
  OR: [{ availableUntil: null }, { availableUntil: { gte: toDb(today) } }],
});

export type Shown = {
  today: string;
  assetIds: readonly string[] | null;
  onlyPublic: boolean;
  by: string | null;
};

const shown = ({ today, assetIds, onlyPublic, by }: Shown): Prisma.RecordingWhereInput => ({
  ...shownOn(today),
  ...(assetIds ? { assetId: { in: [...assetIds] } } : {}),
  ...(onlyPublic ? { audience: { equals: { kind: 'public' } } } : {}),
  ...(by ? { publishedBy: by } : {}),
});

export const countShown = (db: Db, filter: Shown) => db.recording.count({ where: shown(filter) });

/** The newest first, after another one. */
export const listShown = (
  db: Db,
  filter: Shown,
  after: { publishedAt: Date; id: string } | null,
  take: number,
) =>
  db.recording.findMany({
    where: {
      AND: [
        shown(filter),
        after
          ? {
              OR: [
                { publishedAt: { lt: after.publishedAt } },
                { publishedAt: after.publishedAt, id: { lt: after.id } },
              ],
            }
          : {},
      ],
    },
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take,
  });

export const listIdsByAsset = (db: Db, assetIds: readonly string[]) =>
  db.recording.findMany({
    where: { assetId: { in: [...assetIds] }, publishedAt: { not: null }, withdrawnAt: null },
    select: { id: true },
  });
