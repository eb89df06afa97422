import { createHash } from 'node:crypto';
import { type FakeAsset, type FakeEvent, type FakeTrack, id, newAsset, newTrack } from './assets';
import type { NewAsset, NewTrack } from './requests';

type Fetched = { url: string; sha256: string; bytes: number; content: Buffer };

/** A source is fetched as Mux does it: its size first, then parts of it. */
async function fetchSource(url: string): Promise<Fetched> {
  const head = await fetch(url, { method: 'HEAD' });
  if (!head.ok) throw new Error(`the source answered ${head.status}`);
  const answer = await fetch(url, { headers: { range: 'bytes=0-' } });
  if (!answer.ok) throw new Error(`the source answered ${answer.status}`);
  const content = Buffer.from(await answer.arrayBuffer());
  return { url, sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length, content };
}

/** What the service holds, and how it goes on: only when the test says so. */
export class FakeStore {
  readonly assets = new Map<string, FakeAsset>();
  readonly events: FakeEvent[] = [];
  /** Everything that was fetched from us, in order. */
  readonly fetched: Fetched[] = [];
  /** Packaged files by path, of the assets that are to play in a browser. */
  readonly files = new Map<string, (path: string) => Buffer | null>();
  private readonly sources = new Map<string, string>();

  create(asked: NewAsset): FakeAsset {
    const made = newAsset(asked);
    this.sources.set(made.id, asked.inputs[0]?.url ?? '');
    this.assets.set(made.id, made);
    this.tell('video.asset.created', made);
    return made;
  }

  addTrack(asset: FakeAsset, asked: NewTrack): FakeTrack {
    const made = newTrack(asked);
    this.sources.set(made.id, asked.url);
    asset.tracks.push(made);
    this.tell('video.asset.track.created', { ...made, asset_id: asset.id });
    return made;
  }

  /** Fetches the master and plays it; files for download come later, as at Mux. */
  async makeReady(assetId: string): Promise<void> {
    const asset = this.of(assetId);
    await this.fetchInto(assetId);
    Object.assign(asset, { status: 'ready', duration: 9, max_stored_frame_rate: 25 });
    for (const track of asset.tracks) if (!this.sources.has(track.id)) track.status = 'ready';
    this.tell('video.asset.ready', asset);
  }

  async makeTracksReady(assetId: string): Promise<void> {
    for (const track of this.of(assetId).tracks.filter(({ status }) => status === 'preparing')) {
      await this.fetchInto(track.id);
      track.status = 'ready';
      this.tell('video.asset.track.ready', { ...track, asset_id: assetId });
    }
  }

  makeFilesReady(assetId: string): void {
    for (const file of this.of(assetId).static_renditions.files) {
      Object.assign(file, { status: 'ready', filesize: '100000' });
      this.tell('video.asset.static_rendition.ready', { ...file, id: id(), asset_id: assetId });
    }
  }

  fail(assetId: string): void {
    const errors = { type: 'invalid_input', messages: ['The input could not be read'] };
    Object.assign(this.of(assetId), { status: 'errored', errors });
    this.tell('video.asset.errored', this.of(assetId));
  }

  private tell(type: string, data: object): void {
    this.events.push({ id: id(), type, data: structuredClone(data) as Record<string, unknown> });
  }

  private of(assetId: string): FakeAsset {
    const asset = this.assets.get(assetId);
    if (!asset) throw new Error('The fake has no such asset');
    return asset;
  }

  private async fetchInto(key: string): Promise<void> {
    this.fetched.push(await fetchSource(this.sources.get(key) ?? ''));
  }
}
