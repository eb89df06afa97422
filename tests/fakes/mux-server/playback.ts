import { createVerify, type KeyObject } from 'node:crypto';
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

type Answer = { status: number; text: string };

const audiences: [RegExp, aud: string][] = [
  [/^\/stream\/([\w-]+)(?:\.m3u8|\/[\w-]+\.(?:mp4|m4a))$/, 'v'],
  [/^\/image\/([\w-]+)\/thumbnail\.jpg$/, 't'],
  [/^\/image\/([\w-]+)\/storyboard\.vtt$/, 's'],
];

/** stream.mux.com and image.mux.com: a signed playback id plays only with its own token. */
export function answerPlayback(
  { assets }: FakeStore,
  { pathname, searchParams }: URL,
  { key, keyId }: { key: KeyObject; keyId: string },
): Answer {
  for (const [pattern, aud] of audiences) {
    const playbackId = pattern.exec(pathname)?.[1];
    if (!playbackId) continue;
    const asset = [...assets.values()].find(({ playback_ids }) =>
      playback_ids.some(({ id }) => id === playbackId),
    );
    if (!asset) return { status: 404, text: 'not found' };
    const claims = claimsOf(searchParams.get('token') ?? '', key, keyId);
    if (claims?.sub !== playbackId || claims.aud !== aud) return { status: 403, text: 'forbidden' };
    return asset.status === 'ready'
      ? { status: 200, text: pathname.endsWith('.m3u8') ? master : 'content' }
      : { status: 412, text: 'not ready' };
  }
  return { status: 404, text: 'not found' };
}
