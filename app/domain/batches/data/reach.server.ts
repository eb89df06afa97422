import { describeApplications } from '~/domain/applications/describe-applications.server';
import { isRegistrar } from '~/domain/licensing/policy';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import type { BatchRow, ItemRow } from '../types';
import { findBatch, listItems } from './batches.server';

type Described = Awaited<ReturnType<typeof describeApplications>>;

export type Reached = Described & { actor: Actor; batch: BatchRow; items: ItemRow[] };

/**
 * A batch whose every application the actor reaches. Throws `batches.not-a-registrar`, and `batches.not-found` for
 * others.
 */
export async function reachBatch(ctx: Ctx, batchId: string): Promise<Reached> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'batches.not-a-registrar');
  const batch = isId(batchId) ? await findBatch(ctx.db, batchId) : null;
  if (!batch) throw new DomainError('not-found', 'batches.not-found');
  const items = await listItems(ctx.db, batchId);
  const described = await describeApplications(ctx, { ids: items.map((item) => item.applicationId) });
  const isWhole = items.every(({ applicationId }) => described.rows.has(applicationId));
  const isHidden = batch.confirmedAt === null && batch.actorId !== actor.accountId;
  if (!isWhole || isHidden) throw new DomainError('not-found', 'batches.not-found');
  return { ...described, actor, batch, items };
}
