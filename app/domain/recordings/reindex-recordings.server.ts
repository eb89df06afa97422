import { type Ctx, inTransaction } from '~/platform/context';
import { listPublishedIds } from './data/recordings.server';
import { indexRecording } from './index-recording.server';

/** Writes every recording into the search index anew, one transaction for each. */
export async function reindexRecordings(ctx: Ctx): Promise<void> {
  for (const { id } of await listPublishedIds(ctx.db))
    await inTransaction(ctx, (tx) => indexRecording(tx, { recordingId: id }));
}
