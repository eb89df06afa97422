import type { Db } from '~/platform/context';
import type { Prisma } from '~/platform/db/client';

export const findRecording = (db: Db, id: string) => db.recording.findUnique({ where: { id } });

export const findRecordingBySlug = (db: Db, slug: string) => db.recording.findUnique({ where: { slug } });

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
