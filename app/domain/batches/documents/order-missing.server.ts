import { renderCredentialJob, renderOptions } from '~/domain/credentials/jobs.server';
import type { IssuedSnapshot } from '~/domain/credentials/types';
import { type Ctx, inTransaction } from '~/platform/context';

/** Has missing files made, each once while it waits; a card is drawn after its certificate and by itself. */
export async function orderMissing(ctx: Ctx, issued: readonly IssuedSnapshot[]): Promise<void> {
  const orders = issued
    .filter(({ files }) => !files.certificate || !files.card)
    .map(({ id, files }) => ({ credentialId: id, form: files.certificate ? 'card' : 'certificate' }) as const)
    .map((payload) => ({ job: renderCredentialJob, payload, options: renderOptions(payload) }));
  if (orders.length > 0) await inTransaction(ctx, (tx) => tx.jobs.enqueueAll(orders));
}
