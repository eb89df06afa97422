// @ts-check
import Mux from '@mux/mux-node';

/**
 * What is expected of the service, real or loopback.
 * @typedef {object} Place
 * @property {Mux} mux with all keys
 * @property {string} streamUrl
 * @property {string} imageUrl
 * @property {string} master address of a recording that the service can fetch
 * @property {string} captions address of a WebVTT file that it can fetch
 * @property {(assetId: string) => Promise<void>} [push] makes a loopback service go on
 * @property {number} [pauseMs] between two looks
 */

/** @param {string} what @param {boolean} isSo */
function expect(what, isSo) {
  if (!isSo) throw new Error(`Mux did otherwise: ${what}`);
}

/** @param {Promise<unknown>} request @returns {Promise<number>} the status of a refusal; 200 when it was done */
async function statusOf(request) {
  try {
    await request;
    return 200;
  } catch (error) {
    if (error instanceof Mux.APIError) return error.status ?? 0;
    throw error;
  }
}

/** @param {string} address */
const fetched = async (address) => (await fetch(address)).status;

/** @param {Place} place @param {string} reference */
async function create({ mux, master }, reference) {
  const asset = await mux.video.assets.create({
    inputs: [{ url: master, language_code: 'ja', name: '日本語' }],
    playback_policies: ['signed'],
    passthrough: reference,
    max_resolution_tier: '1080p',
    static_renditions: [{ resolution: '270p' }, { resolution: 'audio-only' }],
  });
  expect('a new asset is being prepared and bears our reference', asset.passthrough === reference);
  const found = [];
  for await (const one of mux.video.assets.list({ limit: 100 })) {
    if (one.passthrough === reference) found.push(one.id);
    if (Number(one.created_at) < Date.now() / 1000 - 600) break;
  }
  expect('the list finds it by the reference, once', found.length === 1 && found[0] === asset.id);
  return asset;
}

/** @param {Place} place @param {string} assetId @param {(asset: Mux.Video.Asset) => boolean} isSo */
async function until({ mux, push, pauseMs = 5_000 }, assetId, isSo) {
  for (let look = 0; look < 200; look += 1) {
    await push?.(assetId);
    const asset = await mux.video.assets.retrieve(assetId);
    if (asset.status === 'errored') throw new Error(`Mux refused the recording: ${asset.errors?.messages}`);
    if (isSo(asset)) return asset;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  throw new Error('Mux did not get ready in time');
}

/** @param {Place} place @param {string} assetId */
async function checkTracks(place, assetId) {
  const { mux, captions } = place;
  /** @type {Mux.Video.AssetCreateTrackParams} */
  const track = {
    type: 'text',
    text_type: 'subtitles',
    language_code: 'ru',
    name: 'Русский',
    passthrough: 'ru-1',
    url: captions,
  };
  const made = await mux.video.assets.createTrack(assetId, track);
  expect(
    'the same name again is refused',
    (await statusOf(mux.video.assets.createTrack(assetId, track))) === 400,
  );
  const told = await mux.video.assets.retrieve(assetId);
  expect('the track bears our mark', Boolean(told.tracks?.some((one) => one.passthrough === 'ru-1')));
  await mux.video.assets.deleteTrack(assetId, made.id ?? '');
}

/** @param {Place} place @param {string} playbackId */
async function addressesOf({ mux, streamUrl, imageUrl }, playbackId) {
  const tokens = await mux.jwt.signPlaybackId(playbackId, {
    type: ['video', ['thumbnail', { width: '960' }], 'storyboard'],
    expiration: '3000s',
  });
  return {
    hls: `${streamUrl}/${playbackId}.m3u8?token=${tokens['playback-token']}`,
    single: `${streamUrl}/${playbackId}/270p.mp4?token=${tokens['playback-token']}`,
    poster: `${imageUrl}/${playbackId}/thumbnail.jpg?token=${tokens['thumbnail-token']}`,
    storyboard: `${imageUrl}/${playbackId}/storyboard.vtt?token=${tokens['storyboard-token']}`,
    unsigned: `${streamUrl}/${playbackId}.m3u8`,
  };
}

/** Runs everything that the adapter relies on, and leaves nothing behind. @param {Place} place */
export async function checkMux(place) {
  const { mux } = place;
  const bad = mux.video.assets.create({ inputs: [{ url: 'no address' }] }, { maxRetries: 0 });
  expect('a bad request is refused', (await statusOf(bad)) === 400);
  const { id } = await create(place, `contract-${Date.now()}`);
  try {
    const ready = await until(
      place,
      id,
      ({ status, static_renditions }) =>
        status === 'ready' && Boolean(static_renditions?.files?.every((file) => file.status !== 'preparing')),
    );
    await checkTracks(place, id);
    const playbackId = ready.playback_ids?.find(({ policy }) => policy === 'signed')?.id ?? '';
    const { unsigned, ...signed } = await addressesOf(place, playbackId);
    for (const [name, address] of Object.entries(signed))
      expect(`the signed address of ${name} plays`, (await fetched(address)) === 200);
    expect('nothing plays without a signature', (await fetched(unsigned)) === 403);
    await mux.video.assets.deletePlaybackId(id, playbackId);
    expect('nothing plays without its playback id', (await fetched(signed.hls)) >= 400);
  } finally {
    await mux.video.assets.delete(id);
  }
  expect('what was removed is gone', (await statusOf(mux.video.assets.retrieve(id))) === 404);
}
