import type { Db } from '~/platform/context';
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
