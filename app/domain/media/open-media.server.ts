import { LRUCache } from 'lru-cache';
import { isLang, LANG_NAMES } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { Storage, StoredFile } from '~/platform/storage/storage';
import { rangeOf, type StoredRange } from '~/platform/storage/stored-range';
import { findAsset } from './data/assets.server';
import { partsToWithhold } from './data/withdrawn-parts.server';
import './ports';
import { readToken, sessionMark } from './providers/local/tokens.server';
import { isSource, openSource } from './providers/mux/source.server';
import {
  type MediaRequest,
  masterName,
  parseMediaPath,
  playlistType,
  versionFolder,
} from './rules/media-path';
import { belongsTo, isPlayable, type PlaybackClaims } from './rules/playback-token';
import { captionPlaylist, withCaptions } from './rules/playlist';
import { timedSegments, touches, tracksOf, withGaps, withSegments } from './rules/withdrawn';

export interface OpenMediaInput {
  token: string;
  assetId: string;
  /** Below the asset's folder. */
  path: string;
  query: URLSearchParams;
  /** The request's Range and If-Range headers. */
  range?: string | undefined;
  rangeCondition?: string | undefined;
  /** Asked only for addresses that are bound to a session. */
  sessionId: () => Promise<string | null>;
}

/** A stored file to stream, or a text made for this request. */
export type OpenedMedia = { contentType: string; keepUntil: Date } & (
  | ({ kind: 'file' } & StoredRange)
  | { kind: 'text'; text: string }
);

/**
 * What lies at a playback address. Throws `media.address-refused` for a token that is foreign, changed, out of time
 * or of another session, `media.not-found` for everything that is not there.
 */
export async function openMedia(ctx: Ctx, input: OpenMediaInput): Promise<OpenedMedia> {
  if (isSource(input.path)) return openForService(ctx, input);
  const claims = await allowedClaims(ctx, input);
  const request = parseMediaPath(input.path, input.query);
  if (!request) throw new DomainError('not-found', 'media.not-found');
  const keepUntil = new Date(claims.expiresAt * 1000);
  if (request.kind === 'file') {
    const gapped = await withheld(ctx, claims, request.path);
    if (gapped !== null) return { kind: 'text', text: gapped, contentType: playlistType, keepUntil };
    const file = await openFile(ctx, versionFolder(claims.assetId, claims.version) + request.path, input);
    return { ...file, contentType: request.contentType, keepUntil };
  }
  const text = await makeText(ctx, claims, request);
  if (text === null) throw new DomainError('not-found', 'media.not-found');
  return { kind: 'text', text, contentType: textTypes[request.kind], keepUntil };
}

/** What a service fetches from us; never kept by anybody on the way. */
async function openForService(ctx: Ctx, input: OpenMediaInput): Promise<OpenedMedia> {
  const { token, assetId: reference, path } = input;
  const opened = await openSource(ctx, { token, reference, path });
  const keepUntil = ctx.clock.now();
  if ('text' in opened)
    return { kind: 'text', text: opened.text, contentType: 'text/vtt; charset=utf-8', keepUntil };
  return { ...(await openFile(ctx, opened.key, input)), contentType: opened.contentType, keepUntil };
}

const textTypes = {
  master: playlistType,
  'caption-playlist': playlistType,
  'caption-text': 'text/vtt; charset=utf-8',
  parts: 'application/json; charset=utf-8',
};

async function allowedClaims(ctx: Ctx, input: OpenMediaInput): Promise<PlaybackClaims> {
  const claims = readToken(ctx.secrets, input.token);
  const fits = claims && claims.assetId === input.assetId && isPlayable(claims, ctx.clock.now());
  if (!fits) throw new DomainError('forbidden', 'media.address-refused');
  if (belongsTo(claims, null)) return claims;
  const sessionId = await input.sessionId();
  if (sessionId === null || !belongsTo(claims, sessionMark(ctx.secrets, sessionId))) {
    throw new DomainError('forbidden', 'media.address-refused');
  }
  return claims;
}

/** A published file never changes, so its size is asked for once. */
const sizes = new WeakMap<Storage, LRUCache<string, StoredFile>>();

async function findPublished(storage: Storage, key: string): Promise<StoredFile | null> {
  const known = sizes.get(storage) ?? new LRUCache<string, StoredFile>({ max: 20_000, ttl: 10 * 60_000 });
  sizes.set(storage, known);
  const found = known.get(key) ?? (await storage.find(key));
  if (found) known.set(key, found);
  return found;
}

async function openFile(ctx: Ctx, key: string, input: OpenMediaInput) {
  const found = await findPublished(ctx.storage, key);
  if (!found) throw new DomainError('not-found', 'media.not-found');
  return { kind: 'file', ...rangeOf(key, found, input) } as const;
}

/** A packaged playlist never changes, so its segments' times are read once. */
const playlists = new LRUCache<string, string>({ max: 2_000 });

async function playlistOf(ctx: Ctx, key: string): Promise<string> {
  const text = playlists.get(key) ?? (await readText(ctx, key));
  playlists.set(key, text);
  return text;
}

/**
 * Where parts are withdrawn that this version still holds: the playlist with its gaps, or null for a segment that holds
 * nothing of them. Everything else, such as small files, waits for the version without them: `media.part-withdrawn`.
 */
async function withheld(ctx: Ctx, claims: PlaybackClaims, path: string): Promise<string | null> {
  const parts = await partsToWithhold(ctx, claims);
  if (parts.length === 0) return null;
  const [track, file] = path.split('/');
  const gone = new DomainError('gone', 'media.part-withdrawn');
  if (!track || !file) throw gone;
  const key = `${versionFolder(claims.assetId, claims.version)}${track}/index.m3u8`;
  const playlist = await playlistOf(ctx, key);
  if (file === 'index.m3u8') return withGaps(playlist, parts);
  const segment = timedSegments(playlist).find(({ uri }) => uri === file);
  if (segment && touches(segment, parts)) throw gone;
  return null;
}

/**
 * The withdrawn parts and the segments that hold something of them: [startMs, endMs] of the recording. What a service
 * packaged has no segments here.
 */
async function unplayable(ctx: Ctx, claims: PlaybackClaims): Promise<(readonly [number, number])[]> {
  const parts = await partsToWithhold(ctx, claims);
  if (parts.length === 0) return [];
  const folder = versionFolder(claims.assetId, claims.version);
  const isHere = (await findPublished(ctx.storage, folder + masterName)) !== null;
  const tracks = isHere ? tracksOf(await playlistOf(ctx, folder + masterName)) : [];
  const playlists = await Promise.all(tracks.map((track) => playlistOf(ctx, folder + track)));
  return withSegments(playlists, parts).map(({ startMs, endMs }) => [startMs, endMs] as const);
}

async function makeText(
  ctx: Ctx,
  claims: PlaybackClaims,
  request: Exclude<MediaRequest, { kind: 'file' }>,
): Promise<string | null> {
  if (request.kind === 'master') {
    const captions = request.captionLangs
      .filter(isLang)
      .map((lang) => ({ lang, label: LANG_NAMES[lang].own }));
    return withCaptions(
      await readText(ctx, versionFolder(claims.assetId, claims.version) + masterName),
      captions,
    );
  }
  if (request.kind === 'parts') return JSON.stringify({ parts: await unplayable(ctx, claims) });
  if (request.kind === 'caption-text') return ctx.ports.captionsVtt(ctx, claims.assetId, request.lang);
  const asset = await findAsset(ctx.db, claims.assetId);
  return asset?.durationMs ? captionPlaylist(request.lang, asset.durationMs) : null;
}

async function readText(ctx: Ctx, key: string): Promise<string> {
  if (!(await ctx.storage.find(key))) throw new DomainError('not-found', 'media.not-found');
  const chunks: Buffer[] = [];
  for await (const chunk of ctx.storage.read(key)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
