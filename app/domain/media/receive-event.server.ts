import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findToldAsset, noteStray, recordEvent } from './data/mux-assets.server';
import { settleNow } from './jobs.server';
import { readEvent } from './providers/mux/read-event.server';

/**
 * Takes a message of the Mux service: it is no truth, only a reason to ask, and to take away what ended here. Each is
 * taken once; one that is about nothing of ours is taken and left. Throws `media.event-refused` when Mux did not sign it.
 */
export async function receiveEvent(
  ctx: Ctx,
  input: { body: string; signature: string | null },
): Promise<void> {
  if (!ctx.config.mux) throw new DomainError('unauthenticated', 'media.event-refused');
  const event = await readEvent(ctx.config.mux, input);
  if (!event) return;
  await inTransaction(ctx, async (tx) => {
    const { id, type } = event;
    if (!(await recordEvent(tx.db, { id, type, receivedAt: tx.clock.now() }))) return;
    const told = await findToldAsset(tx.db, event);
    if (!told) return;
    const { assetId } = told;
    if (event.assetThere && event.references.includes(told.reference))
      await noteStray(tx.db, told.reference, event.assetThere);
    await tx.jobs.enqueue(...settleNow(assetId));
  });
}
