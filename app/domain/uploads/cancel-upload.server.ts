import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findUpload, markEnded } from './data/uploads.server';
import { keyOf } from './rules/master-key';

/**
 * Ends one's own unfinished upload and removes its bytes; ended before: nothing happens. Errors: not-found; conflict when
 * it is a master already.
 */
export async function cancelUpload(ctx: Ctx, { uploadId }: { uploadId: string }): Promise<void> {
  const upload = await findUpload(ctx.db, uploadId);
  if (!upload || upload.accountId !== ctx.actor?.accountId)
    throw new DomainError('not-found', 'uploads.no-such-upload');
  if (upload.acceptedAt) throw new DomainError('conflict', 'uploads.accepted-already');
  await inTransaction(ctx, async (tx) => {
    if (!(await markEnded(tx.db, uploadId, 'cancelled', tx.clock.now()))) return;
    await recordAct(tx, { act: 'uploads.cancelled', subject: { type: 'upload', id: uploadId }, detail: {} });
  });
  // It may have been accepted meanwhile: then its bytes are a master.
  if ((await findUpload(ctx.db, uploadId))?.acceptedAt)
    throw new DomainError('conflict', 'uploads.accepted-already');
  await ctx.storage.remove(keyOf(uploadId));
}
