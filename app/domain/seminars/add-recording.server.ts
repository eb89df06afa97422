import { listRecordingFacts } from '~/domain/recordings/list-recording-facts.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { appendRecording } from './data/seminars.server';
import { loadWritable } from './data/writable.server';
import type { AddRecordingInput } from './inputs';

/** Ties a published recording to a seminar. Errors: not-found, forbidden; invalid for a recording nobody may see. */
export async function addRecording(ctx: Ctx, input: AddRecordingInput): Promise<void> {
  const { seminarId, recordingId } = input;
  await inTransaction(ctx, async (tx) => {
    await loadWritable(tx, seminarId);
    if (!(await listRecordingFacts(tx, [recordingId])).has(recordingId))
      throw new DomainError('invalid', 'seminars.no-such-recording');
    await appendRecording(tx.db, input);
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'seminars.recording-added',
      subject: { type: 'seminar', id: seminarId },
      detail: { recordingId },
    });
  });
}
