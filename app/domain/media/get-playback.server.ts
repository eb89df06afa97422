import type { Ctx } from '~/platform/context';
import { keptContent } from '~/platform/db/kept-content.server';
import { DomainError } from '~/platform/errors';
import { type AssetWithTracks, findAsset, listRenditions, type StoredRendition } from './data/assets.server';
import { checkAudience } from './data/check-audience.server';
import type { Audience } from './inputs';
import './ports';
import { grantPlayback } from './providers/grant-playback.server';
import { encodeAudience } from './rules/audience';
import { partsName } from './rules/media-path';
import { posterName } from './rules/packaging-commands';
import { qualitiesOf, smallFiles, storyboardOf } from './rules/renditions';
import type { NotPlayable, PlaybackSource } from './types';

export interface GetPlaybackInput {
  assetId: string;
  audience: Audience;
  /** The caption tracks to offer, in the order of the player's menu. */
  captions: readonly { lang: string; label: string }[];
}

type Stored = {
  asset: AssetWithTracks | null;
  renditions: readonly StoredRendition[];
  /** How many parts nobody sees any more. */
  removed: number;
};

const kept = keptContent<Stored>({ max: 2_000 });

async function readStored(ctx: Ctx, assetId: string): Promise<Stored> {
  const asset = await findAsset(ctx.db, assetId);
  if (!asset) return { asset, renditions: [], removed: 0 };
  const [renditions, parts] = await Promise.all([
    listRenditions(ctx.db, [asset]),
    ctx.ports.withdrawnSpans(ctx, assetId),
  ]);
  return { asset, renditions, removed: parts.length };
}

/**
 * Signed addresses of one asset for the actor, for 50 minutes. Throws `media.not-found` for an unknown asset and
 * `media.not-in-audience` for somebody who may not watch it. An asset that is not packaged, or not to be played from
 * where it lies, gives NotPlayable.
 */
export async function getPlayback(ctx: Ctx, input: GetPlaybackInput): Promise<PlaybackSource | NotPlayable> {
  const { asset, renditions, removed } = await kept(ctx, input.assetId, () => readStored(ctx, input.assetId));
  if (!asset) throw new DomainError('not-found', 'media.not-found');
  if (!(await checkAudience(ctx, input.audience)))
    throw new DomainError('forbidden', 'media.not-in-audience');
  const { id: assetId, durationMs, framesPerSecond, failure, provider } = asset;
  if (asset.packagingVersion === 0 || durationMs === null) return { assetId, failure };
  const isPublic = input.audience.kind === 'public';
  const grant = await grantPlayback(ctx, asset, {
    audience: encodeAudience(input.audience),
    sessionId: isPublic ? null : (ctx.actor?.sessionId ?? null),
  });
  if (!grant) return { assetId, failure: null };
  const protection = provider === 'local' ? 'session' : 'timed';
  return {
    ...{ assetId, durationMs, framesPerSecond, removedParts: removed },
    parts: grant.own + partsName,
    poster: grant.file(posterName),
    storyboard: storyboardOf(renditions, grant),
    hls: { url: grant.hls(input.captions.map(({ lang }) => lang)), qualities: qualitiesOf(renditions) },
    singles: smallFiles(asset, renditions, 'single', grant),
    audios: smallFiles(asset, renditions, 'audio', grant),
    captions: input.captions.map(({ lang, label }) => ({
      lang,
      label,
      url: `${grant.own}captions/${lang}.vtt`,
    })),
    audioTracks: asset.audioTracks.map(({ lang, label }) => ({ lang, label })),
    renewal: { token: grant.token, expiresAt: grant.expiresAt.toISOString() },
    protection: isPublic ? 'public' : protection,
  };
}
