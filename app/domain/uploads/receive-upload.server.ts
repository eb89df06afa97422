import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Ctx, inTransaction } from '~/platform/context';
import { findUpload, markArrived, noteReceived } from './data/uploads.server';
import { checkUploadJob } from './jobs.server';
import { countBytes, type Refusal, serveTus } from './providers/tus-server.server';

export type { Refusal } from './providers/tus-server.server';

export type ReceiveUploadInput = {
  request: IncomingMessage;
  response: ServerResponse;
  /** The upload's id of the address; null for the address that begins one. */
  uploadId: string | null;
  /** How a broken rule is told: an HTTP status and a body. */
  tell: (error: unknown) => Refusal;
};

/**
 * One request of tus 1.0: begins an upload, tells how much of it is here, or takes its next bytes. Whatever happened to
 * the request, what the storage has is noted, and the last byte orders the check. Errors are told in the answer.
 */
export async function receiveUpload(ctx: Ctx, input: ReceiveUploadInput): Promise<void> {
  const { request, response, uploadId, tell } = input;
  await serveTus(ctx, { request, response, tell, onWhole: (id) => settle(ctx, id) });
  if (uploadId) await settle(ctx, uploadId);
}

/** Notes how much of one's own upload is here; all of it: it has arrived, once. */
async function settle(ctx: Ctx, uploadId: string): Promise<void> {
  const upload = await findUpload(ctx.db, uploadId);
  if (!upload || upload.arrivedAt || upload.endedAt || upload.accountId !== ctx.actor?.accountId) return;
  const size = Number(upload.bytes);
  const stored = await countBytes(ctx.storage, uploadId, size);
  if (stored < size) {
    await noteReceived(ctx.db, uploadId, stored, ctx.clock.now());
    return;
  }
  await inTransaction(ctx, async (tx) => {
    if (!(await markArrived(tx.db, upload, tx.clock.now()))) return;
    await tx.jobs.enqueue(checkUploadJob, { uploadId }, { singletonKey: uploadId });
  });
}
