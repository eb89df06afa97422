import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { confirmRow } from './data/batches.server';
import { reachBatch } from './data/reach.server';
import { type ConfirmInput, confirmSchema } from './inputs';
import { runBatchJob } from './jobs.server';

/**
 * Whoever prepared the batch has it done, once, however often this is sent; sent again it goes on with what still waits.
 * Throws `batches.not-a-registrar`,
 * `batches.not-found`, `batches.other-act`.
 */
export async function confirmBatch(ctx: Ctx, input: ConfirmInput): Promise<void> {
  const order = confirmSchema.parse(input);
  const { batch, actor, items } = await reachBatch(ctx, order.batchId);
  if (batch.actorId !== actor.accountId) throw new DomainError('not-found', 'batches.not-found');
  if (batch.act !== order.act) throw new DomainError('conflict', 'batches.other-act');
  const { id, act } = batch;
  const reason = order.act === 'refuse' ? order.reason : null;
  await inTransaction(ctx, async (tx) => {
    const isNew = await confirmRow(tx.db, id, { reason, note: order.note, confirmedAt: tx.clock.now() });
    if (!isNew && items.every(({ outcome }) => outcome !== null)) return;
    await tx.jobs.enqueue(runBatchJob, { batchId: id }, { singletonKey: id });
    if (!isNew) return;
    await recordAct(tx, {
      act: 'batches.confirmed',
      subject: { type: 'batch', id },
      detail: { act, reason, items: items.length, filter: batch.filter },
    });
  });
}
