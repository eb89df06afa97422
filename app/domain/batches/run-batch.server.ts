import { decideTogether } from '~/domain/applications/decide-together.server';
import { MOST_TOGETHER, type TogetherInput, togetherSchema } from '~/domain/applications/inputs';
import type { Actor } from '~/platform/actor';
import { type Ctx, inTransaction } from '~/platform/context';
import { isDomainError } from '~/platform/errors';
import { findBatch, keepOutcomes, listWaiting, lockBatch } from './data/batches.server';
import type { RunBatchPayload } from './inputs';
import { type KeptOutcome, keptOutcome, stopped } from './rules/outcome';
import type { BatchRow, ItemRow } from './types';

function orderOf({ act, note, reason }: BatchRow, items: readonly ItemRow[]): TogetherInput {
  const applicationIds = items.map(({ applicationId }) => applicationId);
  const keys = Object.fromEntries(
    items.flatMap(({ applicationId, key }) => (key ? [[applicationId, key]] : [])),
  );
  return togetherSchema.parse({ act, note, reason, applicationIds, keys });
}

/** Decides a piece; where nothing of it may be decided (a role that was taken back), that is the outcome of each. */
async function outcomesOf(tx: Ctx, batch: BatchRow, items: readonly ItemRow[]): Promise<KeptOutcome[]> {
  try {
    return (await decideTogether(tx, orderOf(batch, items))).map(keptOutcome);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const reason = { code: error.code, params: { ...error.extras.params }, missing: [] };
    return items.map(({ applicationId }) => stopped(applicationId, reason));
  }
}

/** The next items in one transaction with their outcomes; answers how many there were. */
function runPiece(ctx: Ctx, batchId: string, take: number): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const batch = await lockBatch(tx.db, batchId);
    if (!batch?.confirmedAt) return 0;
    const items = await listWaiting(tx.db, batchId, take);
    if (items.length === 0) return 0;
    const outcomes = await outcomesOf(tx, batch, items);
    await keepOutcomes(tx.db, batchId, { outcomes, doneAt: tx.clock.now() });
    return items.length;
  });
}

/** After a piece failed: each of its items alone, and what still fails is left for people. */
async function runAlone(ctx: Ctx, batchId: string): Promise<void> {
  for (const { applicationId } of await listWaiting(ctx.db, batchId, MOST_TOGETHER)) {
    try {
      await runPiece(ctx, batchId, 1);
    } catch (error) {
      ctx.log.error({ err: error instanceof Error ? error.message : 'unknown', applicationId }, 'batch item');
      const outcomes = [stopped(applicationId, { code: 'batches.fault', params: {}, missing: [] })];
      await keepOutcomes(ctx.db, batchId, { outcomes, doneAt: ctx.clock.now() });
    }
  }
}

/**
 * Body of the job `batches.run`: does what waits of a confirmed batch, 25 items a transaction, for the account that
 * confirmed it and with its roles of now. A run that was killed is done again and goes on where it stopped.
 */
export async function runBatch(ctx: Ctx, { batchId }: RunBatchPayload): Promise<void> {
  const batch = await findBatch(ctx.db, batchId);
  const actor: Actor | null = batch && (await ctx.ports.actorOfAccount(ctx, batch.actorId));
  const own: Ctx = { ...ctx, actor };
  for (let done = 1; done > 0; ) {
    try {
      done = await runPiece(own, batchId, MOST_TOGETHER);
    } catch (error) {
      ctx.log.warn({ err: error instanceof Error ? error.message : 'unknown' }, 'a piece of a batch failed');
      await runAlone(own, batchId);
    }
  }
}
