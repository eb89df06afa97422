import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { findRecording, markPublished } from './data/recordings.server';
import { indexRecording } from './index-recording.server';
import { canPublishRecording } from './policy';

/** Shows a recording to its audience. Published twice: nothing happens the second time. */
export async function publishRecording(ctx: Ctx, { recordingId }: { recordingId: string }): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const recording = await findRecording(tx.db, recordingId);
    const organisation = recording && (await tx.ports.findOrganisation(tx, recording.organisationId));
    if (!organisation) throw new DomainError('not-found', 'media.no-such-recording');
    if (!tx.actor || !canPublishRecording(tx.actor, organisation.path)) {
      throw new DomainError('forbidden', 'media.cannot-publish-recording');
    }
    if (!(await markPublished(tx.db, recordingId, tx.actor.accountId, tx.clock.now()))) return;
    await indexRecording(tx, { recordingId });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'recordings.published',
      subject: { type: 'recording', id: recordingId },
      detail: {},
    });
  });
}
