import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { deleteChapter } from './data/chapters.server';
import './events';
import type { RemoveChapterInput } from './inputs';
import { requirePreparer } from './policy';

/** Takes a chapter away; one that is gone already: nothing happens. Errors: forbidden, not-found. */
export async function removeChapter(ctx: Ctx, { recordingId, startMs }: RemoveChapterInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await requirePreparer(tx, recordingId);
    if (!(await deleteChapter(tx.db, recordingId, startMs))) return;
    await tx.publish({ type: 'chapters.changed', recordingId });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'recordings.chapter-removed',
      subject: { type: 'recording', id: recordingId },
      detail: { startMs },
    });
  });
}
