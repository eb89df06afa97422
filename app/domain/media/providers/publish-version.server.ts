import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { publishVersion as writeVersion } from '../data/assets.server';
import { endMove } from '../data/moves.server';
import type { ProviderName } from '../inputs';
import { packageAssetJob, removeOldVersionsJob, settleAssetsJob } from '../jobs.server';
import '../ports';
import type { PackagedVersion } from './video-provider';

/** Old addresses stop after 50 minutes; what they play may go after this many seconds. */
const oldVersionSeconds = 60 * 60;

export interface MadeVersion {
  assetId: string;
  version: number;
  provider: ProviderName;
  /** Withdrawn parts that are blank in it. */
  spanIds: readonly string[];
}

/**
 * The one moment in which viewers get the new version; what the provider before it holds goes an hour later. False when
 * another run was faster. `also` shares the transaction.
 */
export async function publishVersion(
  ctx: Ctx,
  { assetId, version, provider, spanIds }: MadeVersion,
  made: PackagedVersion,
  also: (tx: Ctx) => Promise<unknown> = async () => undefined,
): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const at = tx.clock.now();
    if (!(await writeVersion(tx.db, { id: assetId, version, provider, at }, made))) return false;
    if (spanIds.length > 0) await tx.ports.noteCut(tx, { spanIds, version });
    await orderCut(tx, assetId, version);
    const startAfter = new Date(at.getTime() + oldVersionSeconds * 1000);
    if (version > 1)
      await tx.jobs.enqueue(removeOldVersionsJob, { assetId }, { startAfter, singletonKey: assetId });
    await also(tx);
    await continueMoves(tx, assetId);
    if (tx.config.mux)
      await tx.jobs.enqueue(settleAssetsJob, { assetId }, { singletonKey: `now:${assetId}` });
    await raiseContentVersion(tx);
    return true;
  });
}

/** A part that was withdrawn while this version was made needs another one. */
async function orderCut(tx: Ctx, assetId: string, version: number): Promise<void> {
  const parts = await tx.ports.withdrawnSpans(tx, assetId);
  if (parts.every(({ cutVersion }) => cutVersion !== null)) return;
  await tx.jobs.enqueue(packageAssetJob, { assetId, version: version + 1 }, { singletonKey: assetId });
}

/** The move of this asset ended, well or not: the next one begins. */
export async function continueMoves(tx: Ctx, assetId: string): Promise<void> {
  if (!(await endMove(tx.db, assetId))) return;
  await tx.jobs.enqueue(settleAssetsJob, { after: assetId }, { singletonKey: `after:${assetId}` });
}
