import { type Ctx, inTransaction } from '~/platform/context';
import { findUpload, markEnded } from './data/uploads.server';
import type { UploadJobInput } from './inputs';
import { expireUploadJob } from './jobs.server';
import { keptDays } from './rules/limits';
import { keyOf } from './rules/master-key';

/** Removes an upload that brought no byte for 14 days; one that did is looked at again 14 days after its last byte. */
export async function expireUpload(ctx: Ctx, { uploadId }: UploadJobInput): Promise<void> {
  const upload = await findUpload(ctx.db, uploadId);
  if (!upload || upload.arrivedAt) return;
  const end = new Date(upload.lastSeenAt.getTime() + keptDays * 86_400_000);
  const isOver = end <= ctx.clock.now();
  await inTransaction(ctx, async (tx) => {
    if (isOver) await markEnded(tx.db, uploadId, 'expired', tx.clock.now());
    else if (!upload.endedAt)
      await tx.jobs.enqueue(expireUploadJob, { uploadId }, { startAfter: end, singletonKey: uploadId });
  });
  // Only what has ended: it may have been accepted meanwhile.
  if ((await findUpload(ctx.db, uploadId))?.endedAt) await ctx.storage.remove(keyOf(uploadId));
}
