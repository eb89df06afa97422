import type { Db } from '~/platform/context';
import type { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import type { SetChaptersInput } from '../inputs';

export const listChapters = (db: Db, recordingIds: readonly string[]) =>
  db.chapter.findMany({
    where: { recordingId: { in: [...recordingIds] } },
    orderBy: [{ recordingId: 'asc' }, { startMs: 'asc' }],
  });

/** What stood there is replaced. */
export async function replaceChapters(db: Db, { recordingId, chapters }: SetChaptersInput): Promise<void> {
  await db.chapter.deleteMany({ where: { recordingId } });
  await db.chapter.createMany({
    data: chapters.map((chapter) => ({ ...chapter, id: newId(), recordingId })),
  });
}

export const findChapter = (db: Db, recordingId: string, startMs: number) =>
  db.chapter.findUnique({ where: { recordingId_startMs: { recordingId, startMs } } });

export const countChapters = (db: Db, recordingId: string) => db.chapter.count({ where: { recordingId } });

type Content = { startMs: number; title: Prisma.InputJsonObject; techniqueId: string | null };

export const insertChapter = (db: Db, recordingId: string, content: Content) =>
  db.chapter.create({ data: { ...content, id: newId(), recordingId } });

export const updateChapter = (db: Db, id: string, content: Content) =>
  db.chapter.update({ where: { id }, data: content });

/** False when there was none. */
export async function deleteChapter(db: Db, recordingId: string, startMs: number): Promise<boolean> {
  const { count } = await db.chapter.deleteMany({ where: { recordingId, startMs } });
  return count === 1;
}
