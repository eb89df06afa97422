import { isLang, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { keptContent } from '~/platform/db/kept-content.server';
import { listTracks as listRows } from './data/tracks.server';

export type TrackFacts = { lang: Lang; isMachine: boolean };

const kept = keptContent<Map<string, TrackFacts[]>>({ max: 500 });

/** Caption languages of several assets, by asset id. */
export async function listTracks(
  ctx: Ctx,
  { assetIds }: { assetIds: readonly string[] },
): Promise<ReadonlyMap<string, readonly TrackFacts[]>> {
  return assetIds.length === 0
    ? new Map()
    : kept(ctx, [...assetIds].sort().join(), () => readTracks(ctx, assetIds));
}

async function readTracks(ctx: Ctx, assetIds: readonly string[]): Promise<Map<string, TrackFacts[]>> {
  const byAsset = new Map<string, TrackFacts[]>();
  for (const { assetId, lang, origin } of await listRows(ctx.db, assetIds)) {
    if (isLang(lang))
      byAsset.set(assetId, [...(byAsset.get(assetId) ?? []), { lang, isMachine: origin === 'machine' }]);
  }
  return byAsset;
}
