import { Readable } from 'node:stream';
import type Mux from '@mux/mux-node';
import { LANG_NAMES } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { noteMuxId, openMuxAsset, type StoredMuxAsset, updateMuxAsset } from '../../data/mux-assets.server';
import { versionFolder } from '../../rules/media-path';
import { floorLang, soundsBeside } from '../../rules/mux-files';
import { soundFolder } from '../../rules/packaging-commands';
import { headerOf, segmentsOf } from '../../rules/playlist';
import { type PackagingOrder, RefusedMaster } from '../video-provider';
import { isRefusal, removed } from './client.server';
import { findMade } from './find-made.server';
import { masterSource, soundSource, sourceAddress } from './source.server';
import { stripMaster } from './strip-master.server';

/** Never tried again by the client: an answer that was lost must not make a second asset. */
async function createAsset(
  ctx: Ctx,
  mux: Mux,
  { reference }: StoredMuxAsset,
  { audioTracks }: PackagingOrder,
): Promise<string> {
  const floor = floorLang(audioTracks);
  const url = sourceAddress(ctx, reference, masterSource);
  const made = await mux.video.assets.create(
    {
      inputs: [{ url, ...(floor ? { language_code: floor, name: nameOfLang(floor) } : {}) }],
      playback_policies: ['signed'],
      passthrough: reference,
      max_resolution_tier: '1080p',
      static_renditions: [{ resolution: '270p' }, { resolution: 'audio-only' }],
    },
    { maxRetries: 0 },
  );
  return made.id;
}

/** Names of languages, never labels that people wrote: an interpreter's name may stand in these. */
export const nameOfLang = (lang: string): string =>
  (LANG_NAMES as Record<string, { own: string }>)[lang]?.own ?? lang;

async function* joined(ctx: Ctx, keys: readonly string[]) {
  for (const key of keys) yield* ctx.storage.read(key);
}

async function readText(ctx: Ctx, key: string): Promise<string | null> {
  if (!(await ctx.storage.find(key))) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of ctx.storage.read(key)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** The sounds that Mux does not find in the master, as one file each, from the version that was packaged here. */
async function storeSounds(ctx: Ctx, { assetId, version, audioTracks }: PackagingOrder): Promise<void> {
  for (const { name } of soundsBeside(audioTracks)) {
    const folder = `${versionFolder(assetId, version - 1)}${soundFolder({ name })}/`;
    const playlist = await readText(ctx, `${folder}index.m3u8`);
    if (playlist === null) throw new RefusedMaster('mux-refused');
    const parts = [headerOf(playlist) ?? '', ...segmentsOf(playlist).map(({ uri }) => uri)];
    const content = Readable.from(
      joined(
        ctx,
        parts.map((part) => folder + part),
      ),
    );
    await ctx.storage.put(versionFolder(assetId, version) + soundSource(name), content);
  }
}

/**
 * Gives a version to Mux, once however often it is tried: the row comes first, then the asset there under its
 * reference. What becomes of it is asked for later.
 */
export async function handOver(ctx: Ctx, mux: Mux, order: PackagingOrder): Promise<void> {
  const version = { assetId: order.assetId, packagingVersion: order.version };
  const { row, isNew } = await openMuxAsset(ctx.db, version, ctx.clock.now());
  if (row.muxId) return;
  try {
    await storeSounds(ctx, order);
    await stripMaster(ctx, order);
    const before = isNew ? null : await findMade(mux, row);
    const muxId = before ?? (await createAsset(ctx, mux, row, order));
    const taken = { muxId, orderedAt: ctx.clock.now() };
    if (!(await noteMuxId(ctx.db, row, taken))) await removed(mux.video.assets.delete(muxId));
  } catch (error) {
    if (!(error instanceof RefusedMaster || isRefusal(error))) throw error;
    await updateMuxAsset(ctx.db, row.id, { state: 'errored' });
    throw new RefusedMaster('mux-refused');
  }
}
