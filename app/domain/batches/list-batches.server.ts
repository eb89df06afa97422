import { isRegistrar } from '~/domain/licensing/policy';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findBatchPage, type ListedBatch } from './data/batches.server';

const PAGE = 30;

/** The actor's own batches, newest first; `before` is the `next` of the page before. Throws `batches.not-a-registrar`. */
export async function listBatches(
  ctx: Ctx,
  { before = '' }: { before?: string },
): Promise<{ batches: ListedBatch[]; next: string | null }> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'batches.not-a-registrar');
  const moment = /^20\d\d-[\d:.TZ-]{1,30}$/.test(before) ? new Date(before) : null;
  const from = moment && !Number.isNaN(moment.getTime()) ? moment : null;
  const rows = await findBatchPage(ctx.db, actor.accountId, { before: from, take: PAGE + 1 });
  const batches = rows.slice(0, PAGE);
  const next = rows.length > PAGE ? (batches.at(-1)?.preparedAt.toISOString() ?? null) : null;
  return { batches, next };
}
