import { createHash, randomBytes } from 'node:crypto';
import type { NewAsset, NewTrack } from './requests';

const id = () => randomBytes(22).toString('base64url');

export type FakeTrack = {
  id: string;
  type: 'video' | 'audio' | 'text';
  status: 'preparing' | 'ready' | 'errored';
  language_code?: string;
  name?: string;
  passthrough?: string;
  primary?: boolean;
  text_source?: 'uploaded';
};

export type FakeAsset = {
  id: string;
  status: 'preparing' | 'ready' | 'errored';
  created_at: string;
  passthrough: string;
  playback_ids: { id: string; policy: string }[];
  tracks: FakeTrack[];
  static_renditions: {
    files: { name: string; ext: string; status: string; filesize?: string; height?: number }[];
  };
  duration?: number;
  max_stored_frame_rate?: number;
  errors?: { type: string; messages: string[] };
};

/** Something that Mux tells about, with the asset as it then was. */
export type FakeEvent = { id: string; type: string; data: Record<string, unknown> };

type Fetched = { url: string; sha256: string; bytes: number };

/** A source is fetched as Mux does it: its size first, then parts of it. */
async function fetchSource(url: string): Promise<Fetched> {
  const head = await fetch(url, { method: 'HEAD' });
  if (!head.ok) throw new Error(`the source answered ${head.status}`);
  const answer = await fetch(url, { headers: { range: 'bytes=0-' } });
  if (!answer.ok) throw new Error(`the source answered ${answer.status}`);
  const content = Buffer.from(await answer.arrayBuffer());
  return { url, sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length };
}

const fileOf = (resolution: string) =>
  resolution === 'audio-only'
    ? { name: 'audio.m4a', ext: 'm4a', status: 'preparing' }
    : { name: `${resolution}.mp4`, ext: 'mp4', status: 'preparing', height: Number.parseInt(resolution, 10) };

/** What the service holds, and how it goes on: only when the test says so. */
export function fakeAssets() {
  const assets = new Map<string, FakeAsset>();
  const sources = new Map<string, string>();
  const events: FakeEvent[] = [];
  const fetched: Fetched[] = [];
  const tell = (type: string, data: object) =>
    events.push({ id: id(), type, data: structuredClone(data) as Record<string, unknown> });
  const of = (assetId: string): FakeAsset => {
    const asset = assets.get(assetId);
    if (!asset) throw new Error('The fake has no such asset');
    return asset;
  };
  const fetchInto = async (key: string) => {
    fetched.push(await fetchSource(sources.get(key) ?? ''));
  };
  return {
    ...{ assets, events, fetched },
    create(asked: NewAsset): FakeAsset {
      const made: FakeAsset = {
        ...{ id: id(), status: 'preparing', tracks: [], passthrough: asked.passthrough ?? '' },
        created_at: String(Math.floor(Date.now() / 1000)),
        playback_ids: (asked.playback_policies ?? []).map((policy) => ({ id: id(), policy })),
        static_renditions: {
          files: (asked.static_renditions ?? []).map(({ resolution }) => fileOf(resolution)),
        },
      };
      const [input] = asked.inputs;
      sources.set(made.id, input?.url ?? '');
      const sound = input?.language_code ? { language_code: input.language_code } : {};
      made.tracks.push({ id: id(), type: 'video', status: 'preparing' });
      made.tracks.push({
        ...{ id: id(), type: 'audio', status: 'preparing', primary: true, ...sound },
        ...(input?.name ? { name: input.name } : {}),
      });
      assets.set(made.id, made);
      tell('video.asset.created', made);
      return made;
    },
    addTrack(asset: FakeAsset, { url, ...asked }: NewTrack): FakeTrack {
      const { type, language_code, name = language_code } = asked;
      const mark = asked.type === 'text' ? { text_source: 'uploaded' as const } : {};
      const passthrough =
        'passthrough' in asked && asked.passthrough ? { passthrough: asked.passthrough } : {};
      const made: FakeTrack = {
        ...{ id: id(), type, language_code, name, status: 'preparing', ...mark, ...passthrough },
      };
      sources.set(made.id, url);
      asset.tracks.push(made);
      tell('video.asset.track.created', { ...made, asset_id: asset.id });
      return made;
    },
    /** Fetches the master and plays it; files for download come later, as at Mux. */
    async makeReady(assetId: string) {
      const asset = of(assetId);
      await fetchInto(assetId);
      Object.assign(asset, { status: 'ready', duration: 9, max_stored_frame_rate: 25 });
      for (const track of asset.tracks) if (!sources.has(track.id)) track.status = 'ready';
      tell('video.asset.ready', asset);
    },
    async makeTracksReady(assetId: string) {
      const asset = of(assetId);
      for (const track of asset.tracks.filter(({ status }) => status === 'preparing')) {
        await fetchInto(track.id);
        track.status = 'ready';
        tell('video.asset.track.ready', { ...track, asset_id: assetId });
      }
    },
    makeFilesReady(assetId: string) {
      for (const file of of(assetId).static_renditions.files) {
        Object.assign(file, { status: 'ready', filesize: '100000' });
        tell('video.asset.static_rendition.ready', { ...file, id: id(), asset_id: assetId });
      }
    },
    fail(assetId: string) {
      const errors = { type: 'invalid_input', messages: ['The input could not be read'] };
      Object.assign(of(assetId), { status: 'errored', errors });
      tell('video.asset.errored', of(assetId));
    },
  };
}
export type FakeAssets = ReturnType<typeof fakeAssets>;
