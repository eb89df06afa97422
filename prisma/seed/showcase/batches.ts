import { confirmBatch } from '~/domain/batches/confirm-batch.server';
import { prepareBatch } from '~/domain/batches/prepare-batch.server';
import { runBatch } from '~/domain/batches/run-batch.server';
import type { Ctx } from '~/platform/context';

/** Issues applications in one step as the office does, at the moment and for the registrar of the context. */
export async function issueTogether(ctx: Ctx, applicationIds: string[]): Promise<void> {
  const key = applicationIds[0] ?? '';
  const { batchId } = await prepareBatch(ctx, { key, act: 'issue', applicationIds });
  await confirmBatch(ctx, { batchId, act: 'issue', note: '' });
  await runBatch(ctx, { batchId });
}
