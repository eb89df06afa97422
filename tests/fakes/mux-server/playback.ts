import { createVerify, type KeyObject } from 'node:crypto';
import type { FakeAsset } from './assets';
import type { FakeStore } from './store';

/** An address may live for so many seconds, and the clocks may differ by some. */
const longest = 50 * 60 + 30;

type Claims = { sub?: string; aud?: string; exp?: number; kid?: string };

/** What the token allows; null when it is not signed with the key, too old or too long-lived. */
function claimsOf(token: string, key: KeyObject, keyId: string): Claims | null {
  const [header = '', payload = '', signature = ''] = token.split('.');
  const verifier = createVerify('RSA-SHA256').update(`${header}.${payload}`);
  if (!verifier.verify(key, Buffer.from(signature, 'base64url'))) return null;
  const claims: Claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  const left = (claims.exp ?? 0) - Date.now() / 1000;
  return claims.kid === keyId && left > 0 && left <= longest ? claims : null;
}

const master = [
  '#EXTM3U',
  '#EXT-X-STREAM-INF:BANDWIDTH=2000000,AVERAGE-BANDWIDTH=1600000,RESOLUTION=1280x720,CODECS="avc1.640020,mp4a.40.2"',
  'https://manifest.example/720.m3u8',
  '#EXT-X-STREAM-INF:BANDWIDTH=400000,AVERAGE-BANDWIDTH=320000,RESOLUTION=480x270,CODECS="avc1.640015,mp4a.40.2"',
  'https://manifest.example/270.m3u8',
  '',
].join('\n');

type Answer = { status: number; body: string | Buffer; type?: string };
type Proof = { key: KeyObject; keyId: string };

const audiences: [RegExp, aud: string][] = [
  [/^\/stream\/([\w-]+)(?:\.m3u8|\/[\w-]+\.(?:mp4|m4a))$/, 'v'],
  [/^\/image\/([\w-]+)\/thumbnail\.jpg$/, 't'],
  [/^\/image\/([\w-]+)\/storyboard\.vtt$/, 's'],
];

const types: Record<string, string> = {
  m3u8: 'application/vnd.apple.mpegurl',
  m4s: 'video/iso.segment',
  mp4: 'video/mp4',
  m4a: 'audio/mp4',
  jpg: 'image/jpeg',
  vtt: 'text/vtt',
};

/** Lists name what belongs to them at hosts of their own, signed as the list was. */
const partsOf = (list: string, folder: string): string =>
  list
    .replace(/^(?!WEBVTT)([\w-]+(?:\/[\w-]+)?\.\w+)/gm, `${folder}$1`)
    .replace(/URI="([^"]+)"/g, `URI="${folder}$1"`);

/** What the packaged file that stands for an address holds; without such files a word. */
function contentAt({ files }: FakeStore, asset: FakeAsset, pathname: string, folder: string): Answer {
  const packaged = files.get(asset.id);
  const isList = /\.m3u8$|\/storyboard\.vtt$/.test(pathname);
  if (!packaged) return { status: 200, body: pathname.endsWith('.m3u8') ? master : 'content' };
  const path = pathname.endsWith('.m3u8') ? 'master.m3u8' : (pathname.split('/').at(-1) ?? '');
  const file = packaged(path === 'thumbnail.jpg' ? 'poster.jpg' : path);
  if (!file) return { status: 404, body: 'not found' };
  const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return { status: 200, type, body: isList ? partsOf(file.toString('utf8'), folder) : file };
}

const assetOf = ({ assets }: FakeStore, playbackId = '') =>
  [...assets.values()].find(({ playback_ids }) => playback_ids.some(({ id }) => id === playbackId));

/** Playlists and segments behind a list that was asked for with a right token. */
function answerPart(store: FakeStore, pathname: string, proof: Proof): Answer | null {
  const [, token = '', playbackId, path = ''] =
    /^\/parts\/([\w.-]+)\/([\w-]+)\/((?:[\w-]+\/)?[\w-]+\.\w+)$/.exec(pathname) ?? [];
  if (!playbackId) return null;
  const asset = assetOf(store, playbackId);
  if (!asset || claimsOf(token, proof.key, proof.keyId)?.sub !== playbackId)
    return { status: 403, body: 'forbidden' };
  const body = store.files.get(asset.id)?.(path);
  const type = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return body ? { status: 200, body, type } : { status: 404, body: 'not found' };
}

/** stream.mux.com and image.mux.com: a signed playback id plays only with its own token. */
export function answerPlayback(
  store: FakeStore,
  { pathname, searchParams }: URL,
  { key, keyId }: Proof,
): Answer {
  const part = answerPart(store, pathname, { key, keyId });
  if (part) return part;
  for (const [pattern, aud] of audiences) {
    const playbackId = pattern.exec(pathname)?.[1];
    if (!playbackId) continue;
    const asset = assetOf(store, playbackId);
    if (!asset) return { status: 404, body: 'not found' };
    const token = searchParams.get('token') ?? '';
    const claims = claimsOf(token, key, keyId);
    if (claims?.sub !== playbackId || claims.aud !== aud) return { status: 403, body: 'forbidden' };
    return asset.status === 'ready'
      ? contentAt(store, asset, pathname, `/parts/${token}/${playbackId}/`)
      : { status: 412, body: 'not ready' };
  }
  return { status: 404, body: 'not found' };
}
