import { isLang, type Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { listTracks as listRows } from './data/tracks.server';

export type TrackFacts = { lang: Lang; isMachine: boolean };

/** Caption languages of several assets, by asset id. */
export async function listTracks(
  ctx: Ctx,
  { assetIds }: { assetIds: readonly string[] },
): Promise<Map<string, TrackFacts[]>> {
  const byAsset = new Map<string, TrackFacts[]>();
  if (assetIds.length === 0) return byAsset;
  for (const { assetId, lang, origin } of await listRows(ctx.db, assetIds)) {
    if (isLang(lang))
      byAsset.set(assetId, [...(byAsset.get(assetId) ?? []), { lang, isMachine: origin === 'machine' }]);
  }
  return byAsset;
}
