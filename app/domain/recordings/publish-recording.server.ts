import { getPackaging } from '~/domain/media/get-packaging.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { requireRecording } from './data/own-recording.server';
import { markPublished } from './data/recordings.server';
import './ports';
import { indexRecordings } from './index-recordings.server';
import { canPublishRecording } from './policy';

export type PublishRecordingInput = {
  recordingId: string;
  /** The packaged version that was seen in the preview; another one by now is refused. */
  seen?: number;
};

/**
 * Shows a recording to its audience. Published twice: nothing happens the second time. Errors: not-found, forbidden;
 * conflict when what was seen is not what would be shown.
 */
export async function publishRecording(
  ctx: Ctx,
  { recordingId, seen }: PublishRecordingInput,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const may = canPublishRecording;
    const { assetId } = await requireRecording(tx, recordingId, may, 'media.cannot-publish-recording');
    const missing = await tx.ports.consentsMissing(tx, recordingId);
    if (missing > 0)
      throw new DomainError('conflict', 'media.consent-missing', { params: { count: missing } });
    const packaging = (await getPackaging(tx, { assetIds: [assetId] })).get(assetId);
    if (seen !== undefined && (seen === 0 || packaging?.version !== seen))
      throw new DomainError('conflict', 'media.not-ready-to-publish');
    const by = tx.actor?.accountId ?? '';
    if (!(await markPublished(tx.db, recordingId, by, tx.clock.now()))) return;
    await indexRecordings(tx, { ids: [recordingId] });
    await tx.publish({ type: 'recording.changed', assetId });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'recordings.published',
      subject: { type: 'recording', id: recordingId },
      detail: seen === undefined ? {} : { version: seen },
    });
  });
}
