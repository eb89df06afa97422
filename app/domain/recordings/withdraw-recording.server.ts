import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { findRecording, markWithdrawn } from './data/recordings.server';
import { indexRecording } from './index-recording.server';
import { canPublishRecording } from './policy';

/** Stops playback: no new addresses from now on, old ones end within 50 minutes. What was studied stays. */
export async function withdrawRecording(ctx: Ctx, { recordingId }: { recordingId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const recording = await findRecording(tx.db, recordingId);
    const organisation = recording && (await tx.ports.findOrganisation(tx, recording.organisationId));
    if (!organisation) throw new DomainError('not-found', 'media.no-such-recording');
    if (!canPublishRecording(tx.actor, organisation.path)) {
      throw new DomainError('forbidden', 'media.cannot-publish-recording');
    }
    if (!(await markWithdrawn(tx.db, recordingId, tx.clock.now()))) return;
    await indexRecording(tx, { recordingId });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'recordings.withdrawn',
      subject: { type: 'recording', id: recordingId },
      detail: {},
    });
  });
}
