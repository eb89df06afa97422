import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findMuxAssetByReference, type StoredMuxAsset } from '../../data/mux-assets.server';
import '../../ports';
import { versionFolder } from '../../rules/media-path';
import { splitToken } from '../../rules/playback-token';

const purpose = 'media-source';

/** So long may Mux fetch what an order names. */
const sourceSeconds = 24 * 60 * 60;

/** What Mux fetches: the master, a further sound, the captions of a language. */
export const masterSource = 'master';
export const soundSource = (name: string): string => `sound-${name}.m4a`;
export const captionSource = (lang: string): string => `captions-${lang}.vtt`;

/** Where the master that Mux may fetch lies in storage while its order is open. */
export const masterKeyOf = ({
  assetId,
  packagingVersion,
}: Pick<StoredMuxAsset, 'assetId' | 'packagingVersion'>): string =>
  `${versionFolder(assetId, packagingVersion)}mux-master`;

const folder = 'source/';
export const isSource = (path: string): boolean => path.startsWith(folder);

/** A signed address of our own storage that names nothing but the order's reference. */
export function sourceAddress({ secrets, clock, config }: Ctx, reference: string, name: string): string {
  const until = Math.floor(clock.now().getTime() / 1000) + sourceSeconds;
  const body = Buffer.from(JSON.stringify([reference, name, until])).toString('base64url');
  const token = `${body}.${secrets.sign(purpose, body)}`;
  return `${config.publicUrl}/media/${token}/${reference}/${folder}${name}`;
}

function isTrue({ secrets, clock }: Ctx, token: string, reference: string, name: string): boolean {
  const parts = splitToken(token);
  if (!parts || !secrets.verify(purpose, parts.body, parts.signature)) return false;
  const claims: unknown = JSON.parse(Buffer.from(parts.body, 'base64url').toString('utf8'));
  if (!Array.isArray(claims)) return false;
  const [ownReference, ownName, until] = claims;
  return ownReference === reference && ownName === name && clock.now().getTime() < Number(until) * 1000;
}

export type OpenedSource = { key: string; contentType: string } | { text: string };

/**
 * What lies at a source address, while its order is open and the recording may go abroad: the master until it was taken over, captions and sounds as
 * long as Mux plays it. Throws `media.address-refused` and `media.not-found`.
 */
export async function openSource(
  ctx: Ctx,
  { token, reference, path }: { token: string; reference: string; path: string },
): Promise<OpenedSource> {
  const name = path.slice(folder.length);
  if (!isTrue(ctx, token, reference, name)) throw new DomainError('forbidden', 'media.address-refused');
  const order = await findMuxAssetByReference(ctx.db, reference);
  const mayGo = order !== null && (await ctx.ports.mayGoAbroad(ctx, order.assetId));
  const source = mayGo ? await sourceOf(ctx, order, name) : null;
  if (!source) throw new DomainError('not-found', 'media.not-found');
  return source;
}

async function sourceOf(ctx: Ctx, order: StoredMuxAsset, name: string): Promise<OpenedSource | null> {
  const { assetId, packagingVersion, state } = order;
  if (name === masterSource)
    return state === 'preparing'
      ? { key: masterKeyOf(order), contentType: 'application/octet-stream' }
      : null;
  if (state !== 'preparing' && state !== 'ready') return null;
  const lang = /^captions-([a-z]{2,3})\.vtt$/.exec(name)?.[1];
  if (lang) {
    const text = await ctx.ports.captionsVtt(ctx, assetId, lang);
    return text === null ? null : { text };
  }
  return { key: versionFolder(assetId, packagingVersion) + name, contentType: 'audio/mp4' };
}
