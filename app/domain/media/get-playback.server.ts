import type { Ctx } from '~/platform/context';
import { keptContent } from '~/platform/db/kept-content.server';
import { DomainError } from '~/platform/errors';
import { checkAudience } from './check-audience.server';
import { type AssetWithTracks, findAsset, listRenditions, type StoredRendition } from './data/assets.server';
import type { Audience } from './inputs';
import './ports';
import { providerFor } from './providers/choose-provider.server';
import { encodeAudience } from './rules/audience';
import { masterName } from './rules/media-path';
import { posterName } from './rules/packaging-commands';
import type { NotPlayable, PlaybackSource, SmallFile } from './types';

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
 * `media.not-in-audience` for somebody who may not watch it. An asset that is not packaged gives NotPlayable.
 */
export async function getPlayback(ctx: Ctx, input: GetPlaybackInput): Promise<PlaybackSource | NotPlayable> {
  const { asset, renditions, removed } = await kept(ctx, input.assetId, () => readStored(ctx, input.assetId));
  if (!asset) throw new DomainError('not-found', 'media.not-found');
  if (!(await checkAudience(ctx, input.audience)))
    throw new DomainError('forbidden', 'media.not-in-audience');
  if (asset.packagingVersion === 0 || asset.durationMs === null)
    return { assetId: asset.id, failure: asset.failure };
  const isPublic = input.audience.kind === 'public';
  const grant = providerFor(ctx, asset.provider).grant({
    assetId: asset.id,
    version: asset.packagingVersion,
    audience: encodeAudience(input.audience),
    sessionId: isPublic ? null : (ctx.actor?.sessionId ?? null),
  });
  const langs = input.captions.map(({ lang }) => lang).join(',');
  return {
    assetId: asset.id,
    removedParts: removed,
    durationMs: asset.durationMs,
    poster: grant.base + posterName,
    storyboard: storyboardOf(renditions, grant.base),
    framesPerSecond: asset.framesPerSecond,
    hls: {
      url: `${grant.base}${masterName}${langs ? `?captions=${langs}` : ''}`,
      qualities: qualitiesOf(renditions),
    },
    singles: smallFiles(asset, renditions, 'single', grant.base),
    audios: smallFiles(asset, renditions, 'audio', grant.base),
    captions: input.captions.map(({ lang, label }) => ({
      lang,
      label,
      url: `${grant.base}captions/${lang}.vtt`,
    })),
    audioTracks: asset.audioTracks.map(({ lang, label }) => ({ lang, label })),
    renewal: { token: grant.token, expiresAt: grant.expiresAt.toISOString() },
    protection: isPublic ? 'public' : 'session',
  };
}

const qualitiesOf = (renditions: readonly StoredRendition[]) =>
  renditions
    .flatMap(({ kind, height, bytes }) =>
      kind === 'hls' && height ? [{ height, bytes: Number(bytes) }] : [],
    )
    .sort((a, b) => a.height - b.height);

function storyboardOf(renditions: readonly StoredRendition[], base: string): string | null {
  const list = renditions.find(({ kind }) => kind === 'storyboard');
  return list ? base + list.path : null;
}

/** In the order of the asset's sounds: the floor first. */
function smallFiles(
  asset: AssetWithTracks,
  renditions: readonly StoredRendition[],
  kind: 'single' | 'audio',
  base: string,
): SmallFile[] {
  const place = (lang: string | null) => asset.audioTracks.findIndex((track) => track.lang === lang);
  return renditions
    .filter((rendition) => rendition.kind === kind)
    .sort((a, b) => place(a.lang) - place(b.lang))
    .map(({ lang, path, bytes }) => ({
      lang,
      label: asset.audioTracks[place(lang)]?.label ?? '',
      url: base + path,
      bytes: Number(bytes),
    }));
}
