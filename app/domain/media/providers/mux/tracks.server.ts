import type Mux from '@mux/mux-node';
import type { Asset, Track } from '@mux/mux-node/resources/video/assets';
import type { Ctx } from '~/platform/context';
import { sha256 } from '~/platform/secrets.server';
import type { AssetWithTracks } from '../../data/assets.server';
import type { StoredMuxAsset } from '../../data/mux-assets.server';
import '../../ports';
import { soundsBeside } from '../../rules/mux-files';
import { isRefusal, removed } from './client.server';
import { nameOfLang } from './hand-over.server';
import { captionSource, soundSource, sourceAddress } from './source.server';

/** What became of the sounds; captions may come when they come. */
export type Sounds = 'ready' | 'waiting' | 'failed';

interface There {
  ctx: Ctx;
  mux: Mux;
  order: StoredMuxAsset;
  tracks: readonly Track[];
  muxId: string;
}

const live = (tracks: readonly Track[], type: 'audio' | 'text'): Track[] =>
  tracks.filter((track) => track.type === type && track.status !== 'deleted');

/** A second sound in one language bears its number: names are unique at Mux. */
const soundName = (lang: string, name: string): string =>
  name === lang ? nameOfLang(lang) : `${nameOfLang(lang)} ${name.slice(lang.length)}`;

async function addSounds({ ctx, mux, order, tracks, muxId }: There, asset: AssetWithTracks): Promise<Sounds> {
  const there = live(tracks, 'audio');
  let sounds: Sounds = 'ready';
  for (const { lang, name } of soundsBeside(asset.audioTracks)) {
    const track = there.find((one) => one.name === soundName(lang, name));
    if (track?.status === 'errored') return 'failed';
    if (track?.status !== 'ready') sounds = 'waiting';
    if (track) continue;
    const url = sourceAddress(ctx, order.reference, soundSource(name));
    const sound = { type: 'audio', language_code: lang, name: soundName(lang, name), url } as const;
    await mux.video.assets.createTrack(muxId, sound, { maxRetries: 0 });
  }
  return sounds;
}

/** The mark tells the words, so that captions that changed are exchanged and others stay. */
async function exchangeCaptions({ ctx, mux, order, tracks, muxId }: There): Promise<void> {
  const { assetId, reference } = order;
  const wanted = new Map<string, string>();
  for (const lang of await ctx.ports.captionLangs(ctx, assetId)) {
    const text = await ctx.ports.captionsVtt(ctx, assetId, lang);
    if (text !== null) wanted.set(lang, `${lang}-${sha256(text).slice(0, 16)}`);
  }
  const marks = [...wanted.values()];
  const there = live(tracks, 'text').filter((track) => track.text_source !== 'embedded');
  for (const { id, passthrough } of there)
    if (id && !marks.includes(passthrough ?? '')) await removed(mux.video.assets.deleteTrack(muxId, id));
  for (const [lang, passthrough] of wanted) {
    if (there.some((track) => track.passthrough === passthrough)) continue;
    const url = sourceAddress(ctx, reference, captionSource(lang));
    const facts = { language_code: lang, name: nameOfLang(lang), passthrough, url };
    await mux.video.assets
      .createTrack(muxId, { type: 'text', text_type: 'subtitles', ...facts }, { maxRetries: 0 })
      .catch((error: unknown) => {
        if (!isRefusal(error)) throw error;
        ctx.log.warn({ assetId, lang }, 'captions refused by the service');
      });
  }
}

/** Brings sounds and captions at Mux to what ours are; what is so already is left alone. */
export async function alignTracks(
  ctx: Ctx,
  mux: Mux,
  { order, asset, told }: { order: StoredMuxAsset; asset: AssetWithTracks; told: Asset },
): Promise<Sounds> {
  const there = { ctx, mux, order, tracks: told.tracks ?? [], muxId: told.id };
  const sounds = await addSounds(there, asset);
  if (sounds !== 'failed') await exchangeCaptions(there);
  return sounds;
}
