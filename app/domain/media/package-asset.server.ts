import { isDeepStrictEqual } from 'node:util';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import {
  type AssetWithTracks,
  findAsset,
  publishVersion,
  recordFailure,
  releaseMaster,
} from './data/assets.server';
import { failStep, finishStep, reportPercent, startStep } from './data/steps.server';
import type { PackageAssetInput } from './inputs';
import { packageAssetJob, packagingSeconds, removeOldVersionsJob } from './jobs.server';
import type { AddedSound, WithdrawnPart } from './ports';
import { providerFor } from './providers/choose-provider.server';
import {
  type PackagedVersion,
  type PackagingOrder,
  RefusedMaster,
  type RunStep,
} from './providers/video-provider';

/** Old addresses stop after 50 minutes; what they play may go after this many seconds. */
const oldVersionSeconds = 60 * 60;

/**
 * The packaging job: makes the wanted version playable, once. It may be started again after any crash; when the
 * version plays already, nothing happens. A master that can never be packaged is remembered and not tried again;
 * every other failure is remembered and thrown, so that the queue tries again. Of a file that never was a recording
 * nothing is kept: the asset waits for another master.
 */
export async function packageAsset(ctx: Ctx, { assetId, version }: PackageAssetInput): Promise<void> {
  const asset = await findAsset(ctx.db, assetId);
  const [parts, added] = await Promise.all([
    ctx.ports.withdrawnSpans(ctx, assetId),
    ctx.ports.addedSounds(ctx, assetId),
  ]);
  const order = asset && orderOf(asset, version, parts, added);
  if (!order || asset.packagingVersion !== version - 1) return;
  try {
    const made = await providerFor(ctx, asset.provider).package(order, stepRunner(ctx, assetId, version));
    const spanIds = parts.map(({ id }) => id);
    await publish(ctx, { assetId, version, spanIds, added }, made);
  } catch (error) {
    const refused = error instanceof RefusedMaster;
    const failure = refused ? error.code : 'packaging-failed';
    let isReleased = false;
    const isUseless = refused && failure !== 'master-damaged' && version === 1;
    await inTransaction(ctx, async (tx) => {
      await recordFailure(tx.db, assetId, version, failure, tx.clock.now());
      isReleased = isUseless && (await releaseMaster(tx.db, assetId));
      await raiseContentVersion(tx);
    });
    if (isReleased) await ctx.storage.remove(order.masterKey);
    if (!refused) throw error;
    ctx.log.warn({ assetId, failure }, 'master refused');
  }
}

/** Null while the master is awaited. */
function orderOf(
  asset: AssetWithTracks,
  version: number,
  blank: readonly WithdrawnPart[],
  added: readonly AddedSound[],
): PackagingOrder | null {
  const { id: assetId, masterKey, masterSha256 } = asset;
  if (masterKey === null || masterSha256 === null) return null;
  const audioTracks = asset.audioTracks.filter(({ origin }) => origin === 'master');
  const isBlankAlready = blank.every(({ cutVersion }) => cutVersion !== null && cutVersion < version);
  const samePicturesAs = version > 1 && isBlankAlready ? version - 1 : null;
  return { assetId, version, masterKey, masterSha256, audioTracks, added, samePicturesAs, blank };
}

type Ordered = { assetId: string; version: number; spanIds: string[]; added: readonly AddedSound[] };

/** The one moment in which viewers get the new version. */
async function publish(
  ctx: Ctx,
  { assetId, version, spanIds, added }: Ordered,
  made: PackagedVersion,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const at = tx.clock.now();
    if (!(await publishVersion(tx.db, { id: assetId, version, at }, made))) return;
    if (spanIds.length > 0) await tx.ports.noteCut(tx, { spanIds, version });
    await orderNext(tx, { assetId, version, added });
    const startAfter = new Date(at.getTime() + oldVersionSeconds * 1000);
    const old = { assetId, before: version };
    if (version > 1)
      await tx.jobs.enqueue(removeOldVersionsJob, old, { startAfter, singletonKey: `${assetId}.${version}` });
    await raiseContentVersion(tx);
  });
}

/**
 * A part that was withdrawn, or a sound that was changed, while this version was made needs another one. An order of this
 * version may wait still: it does nothing any more, and must not stand for the next one.
 */
async function orderNext(
  tx: Ctx,
  { assetId, version, added }: Pick<Ordered, 'assetId' | 'version' | 'added'>,
): Promise<void> {
  const parts = await tx.ports.withdrawnSpans(tx, assetId);
  const isCut = parts.every(({ cutVersion }) => cutVersion !== null);
  if (isCut && isDeepStrictEqual(await tx.ports.addedSounds(tx, assetId), added)) return;
  const next = { assetId, version: version + 1 };
  await tx.jobs.enqueue(packageAssetJob, next, { singletonKey: `${assetId}.${next.version}` });
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
