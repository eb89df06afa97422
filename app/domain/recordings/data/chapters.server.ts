import type { Db } from '~/platform/context';
import { newId } from '~/platform/ids';
import type { SetChaptersInput } from '../inputs';

export const listChapters = (db: Db, recordingIds: readonly string[]) =>
  db.chapter.findMany({
    where: { recordingId: { in: [...recordingIds] } },
    orderBy: [{ recordingId: 'asc' }, { startMs: 'asc' }],
  });

/** The chapters of published recordings that show a technique. */
export const listChaptersOfTechnique = (db: Db, techniqueId: string) =>
  db.chapter.findMany({
    where: { techniqueId, recording: { publishedAt: { not: null }, withdrawnAt: null } },
    include: { recording: { select: { slug: true, title: true } } },
    orderBy: [{ recordingId: 'asc' }, { startMs: 'asc' }],
    take: 100,
  });

/** What stood there is replaced. */
export async function replaceChapters(db: Db, { recordingId, chapters }: SetChaptersInput): Promise<void> {
  await db.chapter.deleteMany({ where: { recordingId } });
  await db.chapter.createMany({
    data: chapters.map((chapter) => ({ ...chapter, id: newId(), recordingId })),
  });
}
