import type { z } from 'zod';
import type { FakeAsset } from './assets';
import { newAssetSchema, newTrackSchema } from './requests';
import type { FakeStore } from './store';

export type ApiAnswer = { status: number; body?: unknown };

const refused = (status: number, type: string, ...messages: string[]): ApiAnswer => ({
  status,
  body: { error: { type, messages } },
});

const missing = () => refused(404, 'not_found', 'The requested resource either doesn’t exist or …');

function parsed<S extends z.ZodType>(schema: S, body: unknown): z.output<S> | ApiAnswer {
  const read = schema.safeParse(body);
  return read.success
    ? read.data
    : refused(400, 'invalid_parameters', ...read.error.issues.map(({ message }) => message));
}

const isAnswer = (value: unknown): value is ApiAnswer =>
  typeof value === 'object' && value !== null && 'status' in value;

function createAsset(store: FakeStore, body: unknown): ApiAnswer {
  const asked = parsed(newAssetSchema, body);
  if (isAnswer(asked)) return asked;
  return { status: 201, body: { data: store.create(asked) } };
}

function createTrack(store: FakeStore, asset: FakeAsset, body: unknown): ApiAnswer {
  const asked = parsed(newTrackSchema, body);
  if (isAnswer(asked)) return asked;
  if (asset.status !== 'ready') return refused(400, 'invalid_parameters', 'Asset must be ready');
  if (asset.tracks.some(({ type, name }) => type === asked.type && name === asked.name))
    return refused(400, 'invalid_parameters', 'A track of this name exists');
  return { status: 201, body: { data: store.addTrack(asset, asked) } };
}

/** Two on a page, so that whoever looks for something must turn pages. */
function list({ assets }: FakeStore, query: URLSearchParams): ApiAnswer {
  const all = [...assets.values()].reverse();
  const from = Number(query.get('cursor') ?? '0');
  const next = from + 2 < all.length ? String(from + 2) : null;
  return { status: 200, body: { data: all.slice(from, from + 2), next_cursor: next } };
}

function removePart(asset: FakeAsset, kind: string, id: string): ApiAnswer {
  const before = kind === 'tracks' ? asset.tracks.length : asset.playback_ids.length;
  if (kind === 'tracks') asset.tracks = asset.tracks.filter((track) => track.id !== id || track.primary);
  else asset.playback_ids = asset.playback_ids.filter((playback) => playback.id !== id);
  const after = kind === 'tracks' ? asset.tracks.length : asset.playback_ids.length;
  return after < before ? { status: 204 } : missing();
}

/** api.mux.com, as far as it is used: strict about everything that it is asked. */
export function answerApi(store: FakeStore, method: string, url: URL, body: unknown): ApiAnswer {
  const [, assetId, kind, partId] =
    /^\/video\/v1\/assets(?:\/([\w-]+)(?:\/(tracks|playback-ids)(?:\/([\w-]+))?)?)?$/.exec(url.pathname) ??
    [];
  if (!/^\/video\/v1\/assets(\/|$)/.test(url.pathname)) return missing();
  if (!assetId) return method === 'POST' ? createAsset(store, body) : list(store, url.searchParams);
  const asset = store.assets.get(assetId);
  if (!asset) return missing();
  if (method === 'GET' && !kind) return { status: 200, body: { data: asset } };
  if (method === 'DELETE' && !kind) return { status: store.assets.delete(assetId) ? 204 : 404 };
  if (method === 'POST' && kind === 'tracks' && !partId) return createTrack(store, asset, body);
  if (method === 'DELETE' && kind && partId) return removePart(asset, kind, partId);
  return refused(405, 'method_not_allowed', `${method} is not possible here`);
}
