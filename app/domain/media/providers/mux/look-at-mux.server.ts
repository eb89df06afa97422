import type Mux from '@mux/mux-node';
import type { Asset } from '@mux/mux-node/resources/video/assets';
import type { MuxAccess } from '~/platform/config/parse-environment';
import type { Ctx } from '~/platform/context';
import type { AssetWithTracks } from '../../data/assets.server';
import { listMuxAssets, type StoredMuxAsset, updateMuxAsset } from '../../data/mux-assets.server';
import { areSettled, floorLang, listedQualities, muxFiles } from '../../rules/mux-files';
import type { PackagedVersion } from '../video-provider';
import { found, muxClient } from './client.server';
import { removeThere } from './remove-there.server';
import { signAddresses } from './sign-addresses.server';
import { alignTracks } from './tracks.server';

/** What Mux was asked to make and has not made by then, in milliseconds, it will not make: its source has ended. */
const patience = 24 * 60 * 60_000;

/** What became of the version that was handed over. */
export type Found =
  | { kind: 'nothing' }
  | { kind: 'waiting'; version: number; looks: number }
  | { kind: 'given-up'; version: number; failure: string | null }
  | { kind: 'ready'; order: StoredMuxAsset; made: PackagedVersion };

/** What may be at Mux of an asset: `mayGo` anything at all, `isWanted` a version that is being made. */
export interface Wish {
  mayGo: boolean;
  isWanted: boolean;
}

interface Look {
  ctx: Ctx;
  access: MuxAccess;
  mux: Mux;
  asset: AssetWithTracks;
}

/**
 * Asks Mux itself how things are, whatever it told before and in whatever order; takes away what must not be there, and
 * brings sounds and captions up to ours.
 */
export async function lookAtMux(
  ctx: Ctx,
  access: MuxAccess,
  asset: AssetWithTracks,
  wish: Wish,
): Promise<Found> {
  const look = { ctx, access, asset, mux: muxClient(access) };
  let next: Found = { kind: 'nothing' };
  for (const order of await listMuxAssets(ctx.db, asset.id)) {
    if (order.state === 'preparing') {
      const found = await lookAtOrder(look, order, wish);
      if (next.kind === 'nothing') next = found;
    } else if (order.state !== 'ready' || !wish.mayGo)
      await removeThere(ctx, look.mux, order, order.state === 'errored' ? 'errored' : 'removed');
    else if (order.packagingVersion === asset.packagingVersion) await alignReady(look, order);
  }
  return next;
}

async function lookAtOrder(look: Look, order: StoredMuxAsset, { mayGo, isWanted }: Wish): Promise<Found> {
  const { ctx, mux, asset } = look;
  const { packagingVersion: version, muxId } = order;
  const isNext = version === asset.packagingVersion + 1;
  if (!mayGo || !isWanted || !isNext) {
    await removeThere(ctx, mux, order, 'removed');
    return isNext ? { kind: 'given-up', version, failure: null } : { kind: 'nothing' };
  }
  const isLate = ctx.clock.now().getTime() - order.orderedAt.getTime() > patience;
  if (isLate) return giveUp(look, order);
  if (!muxId) return wait(ctx, order);
  const told = await found<Asset>(mux.video.assets.retrieve(muxId));
  if (!told || told.status === 'errored') return giveUp(look, order);
  if (told.status !== 'ready') return wait(ctx, order);
  const sounds = await alignTracks(ctx, mux, { order, asset, told });
  if (sounds === 'failed') return giveUp(look, order);
  if (sounds === 'waiting' || !areSettled(told.static_renditions?.files ?? [])) return wait(ctx, order);
  return ready(look, order, told);
}

async function wait(ctx: Ctx, { id, packagingVersion: version }: StoredMuxAsset): Promise<Found> {
  const { looks } = await updateMuxAsset(ctx.db, id, { looks: { increment: 1 } });
  return { kind: 'waiting', version, looks };
}

/** What Mux took and could not make is not ordered again; what never reached it is, later. */
async function giveUp({ ctx, mux }: Look, order: StoredMuxAsset): Promise<Found> {
  const { packagingVersion: version, muxId } = order;
  await removeThere(ctx, mux, order, muxId ? 'errored' : 'removed');
  return { kind: 'given-up', version, failure: muxId ? 'mux-refused' : 'mux-unreachable' };
}

async function ready({ ctx, access, asset }: Look, order: StoredMuxAsset, told: Asset): Promise<Found> {
  const playbackId = told.playback_ids?.find(({ policy }) => policy === 'signed')?.id;
  if (!playbackId) throw new Error('Mux made an asset without a signed playback id');
  const noted = await updateMuxAsset(ctx.db, order.id, { playbackId });
  const durationMs = asset.durationMs ?? Math.round((told.duration ?? 0) * 1000);
  const { hls } = await signAddresses(access, playbackId, 300);
  const answer = await fetch(hls([]), { signal: AbortSignal.timeout(20_000) });
  if (!answer.ok) throw new Error(`Mux does not play what it made: ${answer.status}`);
  const qualities = listedQualities(await answer.text(), durationMs);
  const files = told.static_renditions?.files ?? [];
  const rate = told.max_stored_frame_rate ?? -1;
  const made: PackagedVersion = {
    durationMs,
    width: asset.width ?? 0,
    height: asset.height ?? 0,
    framesPerSecond: rate > 0 ? rate : (asset.framesPerSecond ?? 25),
    files: muxFiles(qualities, files, floorLang(asset.audioTracks)),
    audioTracks: [],
  };
  return { kind: 'ready', order: noted, made };
}

/** Captions change while Mux plays the recording. */
async function alignReady({ ctx, mux, asset }: Look, order: StoredMuxAsset): Promise<void> {
  const told = order.muxId ? await found<Asset>(mux.video.assets.retrieve(order.muxId)) : null;
  if (told?.status === 'ready') await alignTracks(ctx, mux, { order, asset, told });
}
