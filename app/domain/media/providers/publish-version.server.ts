import { isDeepStrictEqual } from 'node:util';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { findAsset, publishVersion as writeVersion } from '../data/assets.server';
import { endMove } from '../data/moves.server';
import type { ProviderName } from '../inputs';
import { packageOrder, removeOldVersionsJob, settleAssetsJob, settleNow } from '../jobs.server';
import type { AddedSound } from '../ports';
import type { PackagedVersion } from './video-provider';

/** Old addresses stop after 50 minutes; what they play may go after this many seconds. */
const oldVersionSeconds = 60 * 60;

export interface MadeVersion {
  assetId: string;
  version: number;
  provider: ProviderName;
  /** Withdrawn parts that are blank in it. */
  spanIds: readonly string[];
  /** The added sounds that it was made with; null for one with the sounds that play already. */
  added: readonly AddedSound[] | null;
}

/**
 * The one moment in which viewers get the new version; what the provider before it holds goes an hour later. False when
 * another run was faster. `also` shares the transaction.
 */
export async function publishVersion(
  ctx: Ctx,
  { assetId, version, provider, spanIds, added }: MadeVersion,
  made: PackagedVersion,
  also: (tx: Ctx) => Promise<unknown> = async () => undefined,
): Promise<boolean> {
  return inTransaction(ctx, async (tx) => {
    const at = tx.clock.now();
    if (!(await writeVersion(tx.db, { id: assetId, version, provider, at }, made))) return false;
    if (spanIds.length > 0) await tx.ports.noteCut(tx, { spanIds, version });
    await orderNext(tx, { assetId, version, added });
    const startAfter = new Date(at.getTime() + oldVersionSeconds * 1000);
    const old = { assetId, before: version };
    if (version > 1)
      await tx.jobs.enqueue(removeOldVersionsJob, old, { startAfter, singletonKey: `${assetId}.${version}` });
    await also(tx);
    await continueMoves(tx, assetId);
    if (tx.config.mux) await tx.jobs.enqueue(...settleNow(assetId));
    await raiseContentVersion(tx);
    return true;
  });
}

/** What makes one added sound another one. */
const factsOf = ({ id, lang, label, offsetMs }: Omit<AddedSound, 'fileKey'>) => [id, lang, label, offsetMs];

/** The added sounds of the version that plays, as those that are wanted are told apart. */
async function playedSounds(tx: Ctx, assetId: string): Promise<unknown[]> {
  const tracks = (await findAsset(tx.db, assetId))?.audioTracks ?? [];
  return tracks
    .filter(({ origin }) => origin === 'added')
    .map(({ soundId, lang, label, offsetMs }) => [soundId, lang, label, offsetMs]);
}

/**
 * A part that was withdrawn, or a sound that was changed, while this version was made needs another one. An order of this
 * version may wait still: it does nothing any more, and must not stand for the next one.
 */
async function orderNext(
  tx: Ctx,
  { assetId, version, added }: Pick<MadeVersion, 'assetId' | 'version' | 'added'>,
): Promise<void> {
  const parts = await tx.ports.withdrawnSpans(tx, assetId);
  const isCut = parts.every(({ cutVersion }) => cutVersion !== null);
  const wanted = (await tx.ports.addedSounds(tx, assetId)).map(factsOf);
  const hasSounds = isDeepStrictEqual(wanted, added?.map(factsOf) ?? (await playedSounds(tx, assetId)));
  if (isCut && hasSounds) return;
  await tx.jobs.enqueue(...packageOrder({ assetId, version: version + 1 }));
}

/** The move of this asset ended, well or not: the next one begins. */
export async function continueMoves(tx: Ctx, assetId: string): Promise<void> {
  if (!(await endMove(tx.db, assetId))) return;
  await tx.jobs.enqueue(settleAssetsJob, { after: assetId }, { singletonKey: `after:${assetId}` });
}
