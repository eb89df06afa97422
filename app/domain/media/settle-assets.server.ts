import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { type AssetWithTracks, findAsset, recordFailure } from './data/assets.server';
import { beginMove, forgetHandOver, isAnyMoving, listMovable } from './data/moves.server';
import { listAssetsAtMux, removeEventsBefore, updateMuxAsset } from './data/mux-assets.server';
import type { ProviderName, SettleAssetsInput } from './inputs';
import { firstLookSeconds, packageOrder, settleAssetsJob, settleLater } from './jobs.server';
import './ports';
import { targetOf } from './providers/choose-provider.server';
import { type Found, lookAtMux } from './providers/mux/look-at-mux.server';
import { masterKeyOf } from './providers/mux/source.server';
import { continueMoves, publishVersion } from './providers/publish-version.server';

/** So many assets are read at once. */
const page = 100;
const dayMs = 24 * 60 * 60_000;
const longestPauseSeconds = 60 * 60;

/**
 * Makes what is so at the providers what should be so. For one asset: asks the service what became of an order and
 * publishes it, once; takes away what may not be there. Otherwise: the next asset that plays from elsewhere than it
 * should is moved there, one at a time; its end calls for the one after it, and the last one for another round. Daily:
 * everything that lies at the service is looked at. May run as often as one likes, and at the same time.
 */
export async function settleAssets(ctx: Ctx, { assetId, after, isDaily }: SettleAssetsInput): Promise<void> {
  if (assetId) return settleAsset(ctx, assetId);
  if (isDaily) await lookAtAll(ctx);
  const isMoving = await moveNext(ctx, after ?? null);
  if (after && !isMoving) await ctx.jobs.enqueue(settleAssetsJob, {}, { singletonKey: 'next' });
}

async function settleAsset(ctx: Ctx, assetId: string): Promise<void> {
  const asset = await findAsset(ctx.db, assetId);
  if (!asset) return;
  const mayGo = await ctx.ports.mayGoAbroad(ctx, assetId);
  const target = await targetOf(ctx, assetId);
  if (ctx.config.mux)
    await follow(
      ctx,
      asset,
      await lookAtMux(ctx, ctx.config.mux, asset, { mayGo, isWanted: target === 'mux' }),
    );
  const now = await findAsset(ctx.db, assetId);
  if (!now || now.packagingVersion === 0 || now.provider === target) return;
  if (now.provider === 'mux' && !mayGo) await orderMove(ctx, now, target);
  else await ctx.jobs.enqueue(settleAssetsJob, {}, { singletonKey: 'next' });
}

async function follow(ctx: Ctx, { id: assetId }: AssetWithTracks, found: Found): Promise<void> {
  if (found.kind === 'waiting') return lookAgain(ctx, assetId, found);
  if (found.kind === 'given-up') return giveUp(ctx, assetId, found);
  if (found.kind !== 'ready') return;
  const { order, made } = found;
  const version = order.packagingVersion;
  await publishVersion(ctx, { assetId, version, provider: 'mux', spanIds: [], added: null }, made, (tx) =>
    updateMuxAsset(tx.db, order.id, { state: 'ready' }),
  );
  await ctx.storage.remove(masterKeyOf(order));
}

async function lookAgain(
  ctx: Ctx,
  assetId: string,
  { version, looks }: { version: number; looks: number },
): Promise<void> {
  const seconds = Math.min(firstLookSeconds * 2 ** looks, longestPauseSeconds);
  const startAfter = new Date(ctx.clock.now().getTime() + seconds * 1000);
  await ctx.jobs.enqueue(...settleLater({ assetId, version }, startAfter));
}

async function giveUp(
  ctx: Ctx,
  assetId: string,
  { version, failure }: { version: number; failure: string | null },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    if (failure) await recordFailure(tx.db, assetId, version, failure, tx.clock.now());
    else await forgetHandOver(tx.db, assetId, version);
    await continueMoves(tx, assetId);
    await raiseContentVersion(tx);
  });
}

type Movable = { id: string; packagingVersion: number };

/** False when the asset is on the move already. */
async function orderMove(
  ctx: Ctx,
  { id: assetId, packagingVersion }: Movable,
  provider: ProviderName,
): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    if (!(await beginMove(tx.db, assetId, tx.clock.now()))) return false;
    await tx.jobs.enqueue(...packageOrder({ assetId, version: packagingVersion + 1, provider }));
    return true;
  });
}

/** False when nothing is left to be moved. */
async function moveNext(ctx: Ctx, after: string | null): Promise<boolean> {
  const now = ctx.clock.now();
  if (await isAnyMoving(ctx.db, now)) return true;
  const provider = ctx.config.videoProvider === 'mux' ? null : 'mux';
  const assets = await listMovable(ctx.db, { provider, after, take: page, now });
  for (const asset of assets) {
    const next = asset.packagingVersion + 1;
    if (asset.muxAssets.some(({ packagingVersion }) => packagingVersion === next)) continue;
    const target = await targetOf(ctx, asset.id);
    if (target !== asset.provider && (await orderMove(ctx, asset, target))) return true;
  }
  const last = assets.at(-1);
  return assets.length === page && last ? moveNext(ctx, last.id) : false;
}

/** Recordings end by the calendar, and messages and jobs may be lost. */
async function lookAtAll(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now().getTime();
  await ctx.jobs.enqueue(
    settleAssetsJob,
    { isDaily: true },
    { startAfter: new Date(now + dayMs), singletonKey: 'daily' },
  );
  await removeEventsBefore(ctx.db, new Date(now - 30 * dayMs));
  for (let after: string | null = null; ; ) {
    const rows: { id: string; assetId: string }[] = await listAssetsAtMux(ctx.db, after, page);
    for (const { assetId } of rows)
      await ctx.jobs.enqueue(settleAssetsJob, { assetId }, { singletonKey: `daily:${assetId}` });
    after = rows.at(-1)?.id ?? null;
    if (rows.length < page) return;
  }
}
