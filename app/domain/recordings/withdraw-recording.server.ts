import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { requireRecording } from './data/own-recording.server';
import { markWithdrawn } from './data/recordings.server';
import './ports';
import { indexRecordings } from './index-recordings.server';
import { canPublishRecording } from './policy';

/** Stops playback: no new addresses from now on, old ones end within 50 minutes. What was studied stays. */
export async function withdrawRecording(ctx: Ctx, { recordingId }: { recordingId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const may = canPublishRecording;
    const { assetId } = await requireRecording(tx, recordingId, may, 'media.cannot-publish-recording');
    if (!(await markWithdrawn(tx.db, recordingId, tx.clock.now()))) return;
    await indexRecordings(tx, { ids: [recordingId] });
    await tx.publish({ type: 'recording.changed', assetId });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'recordings.withdrawn',
      subject: { type: 'recording', id: recordingId },
      detail: {},
    });
  });
}
