import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import {
  type AssetWithTracks,
  findAsset,
  forgetFailure,
  recordFailure,
  releaseMaster,
} from './data/assets.server';
import { forgetHandOver } from './data/moves.server';
import { failStep, finishStep, reportPercent, startStep } from './data/steps.server';
import type { PackageAssetInput, ProviderName } from './inputs';
import { firstLookSeconds, packagingSeconds, settleLater } from './jobs.server';
import type { AddedSound, WithdrawnPart } from './ports';
import { findProvider, targetOf } from './providers/choose-provider.server';
import { continueMoves, publishVersion } from './providers/publish-version.server';
import {
  type PackagedVersion,
  type PackagingOrder,
  RefusedMaster,
  type RunStep,
} from './providers/video-provider';
import { versionFolder } from './rules/media-path';

/**
 * The packaging job: makes the wanted version playable, once. It may be started again after any crash; when the
 * version plays already, nothing happens. A master that can never be packaged is remembered and not tried again;
 * every other failure is remembered and thrown, so that the queue tries again. Of a file that never was a recording
 * nothing is kept: the asset waits for another master. An order that a service takes over ends in
 * settle-assets; one whose move has ended is over. After its last try the next move begins.
 */
export async function packageAsset(
  ctx: Ctx,
  { isLastTry = false, ...input }: PackageAssetInput & { isLastTry?: boolean },
): Promise<void> {
  const { assetId, version, provider: name = 'local' } = input;
  const asset = await findAsset(ctx.db, assetId);
  if (!asset || asset.packagingVersion !== version - 1) return;
  if (name === 'mux' && asset.movingSince === null) return;
  if (name === 'mux' && (await targetOf(ctx, assetId)) !== 'mux') return dropMove(ctx, input);
  const content = await contentOf(ctx, assetId, name);
  const order = orderOf(asset, version, content);
  if (!order) return;
  try {
    const provider = findProvider(ctx, name);
    if (!provider) throw new Error(`The video provider "${name}" has no keys`);
    const made = await provider.package(order, stepRunner(ctx, assetId, version));
    const spanIds = content.blank.map(({ id }) => id);
    const next = { assetId, version, provider: name, spanIds, added: content.added };
    if (!made) await lookLater(ctx, input);
    else if (await publishVersion(ctx, next, made)) await removeLeftOvers(ctx, order, made);
  } catch (error) {
    await keepFailure(ctx, { order, provider: name, isLastTry }, error);
  }
}

type Content = { blank: readonly WithdrawnPart[]; added: readonly AddedSound[] | null };

/** What the next version holds besides its master, or not; a service takes the sounds that play here, as they are. */
async function contentOf(ctx: Ctx, assetId: string, provider: ProviderName): Promise<Content> {
  const blank = await ctx.ports.withdrawnSpans(ctx, assetId);
  return { blank, added: provider === 'local' ? await ctx.ports.addedSounds(ctx, assetId) : null };
}

/** Nothing goes to a service abroad that must not by now, whatever was ordered before. */
async function dropMove(ctx: Ctx, { assetId, version }: PackageAssetInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await forgetHandOver(tx.db, assetId, version);
    await continueMoves(tx, assetId);
  });
}

/** Null while the master is awaited. */
function orderOf(asset: AssetWithTracks, version: number, { blank, added }: Content): PackagingOrder | null {
  const { id: assetId, masterKey, masterSha256, provider } = asset;
  if (masterKey === null || masterSha256 === null) return null;
  const audioTracks = asset.audioTracks.filter(({ origin }) => added === null || origin === 'master');
  const isBlankAlready = blank.every(({ cutVersion }) => cutVersion !== null && cutVersion < version);
  const samePicturesAs = version > 1 && isBlankAlready && provider === 'local' ? version - 1 : null;
  return {
    assetId,
    version,
    masterKey,
    masterSha256,
    audioTracks,
    added: added ?? [],
    samePicturesAs,
    blank,
  };
}

async function keepFailure(
  ctx: Ctx,
  { order, provider, isLastTry }: { order: PackagingOrder; provider: ProviderName; isLastTry: boolean },
  error: unknown,
): Promise<void> {
  const { assetId, version } = order;
  const isRefused = error instanceof RefusedMaster;
  const failure = isRefused ? error.code : provider === 'mux' ? 'mux-unreachable' : 'packaging-failed';
  let isReleased = false;
  const isUseless = isRefused && failure !== 'master-damaged' && version === 1;
  await inTransaction(ctx, async (tx) => {
    await recordFailure(tx.db, assetId, version, failure, tx.clock.now());
    isReleased = isUseless && (await releaseMaster(tx.db, assetId));
    if (isRefused || isLastTry) await continueMoves(tx, assetId);
    await raiseContentVersion(tx);
  });
  if (isReleased) await ctx.storage.remove(order.masterKey);
  if (!isRefused) throw error;
  ctx.log.warn({ assetId, failure }, 'master refused');
}

/**
 * Once the version plays nothing else belongs to its folder: what killed runs left there goes. When it stays, it goes with
 * the version.
 */
async function removeLeftOvers(
  ctx: Ctx,
  { assetId, version }: PackagingOrder,
  { stored }: PackagedVersion,
): Promise<void> {
  if (!stored) return;
  const folder = versionFolder(assetId, version);
  await ctx.storage.remove(folder, new Set(stored.map((path) => folder + path))).catch((error: unknown) => {
    ctx.log.warn({ assetId, version, err: error instanceof Error ? error.message : 'unknown' }, 'left-overs');
  });
}

/** Messages of the service may be lost: it is asked anyhow. */
async function lookLater(ctx: Ctx, { assetId, version }: PackageAssetInput): Promise<void> {
  const startAfter = new Date(ctx.clock.now().getTime() + firstLookSeconds * 1000);
  await forgetFailure(ctx.db, assetId);
  await ctx.jobs.enqueue(...settleLater({ assetId, version }, startAfter));
}

function stepRunner(ctx: Ctx, assetId: string, packagingVersion: number): RunStep {
  const started = ctx.clock.now().getTime();
  return async (step, work) => {
    const key = { assetId, packagingVersion, step };
    await startStep(ctx.db, key, ctx.clock.now());
    if (ctx.clock.now().getTime() - started > packagingSeconds * 1000)
      throw new Error('Packaging takes too long');
    let last = 0;
    try {
      const made = await work((percent) => {
        if (percent < last + 5 || percent >= 100) return;
        last = percent;
        void reportPercent(ctx.db, key, percent).catch(() => undefined);
      });
      await finishStep(ctx.db, key, ctx.clock.now());
      return made;
    } catch (error) {
      await failStep(ctx.db, key, error instanceof Error ? error.message : String(error));
      throw error;
    }
  };
}
