import { listSpokenAssets } from '~/domain/media/list-spoken-assets.server';
import type { Lang } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { listIdsByAsset } from './data/recordings.server';

/** Ids of the published recordings that speak a language, or that show one of the assets. */
export async function listRecordingIds(
  ctx: Ctx,
  by: { spoken: Lang } | { assetIds: readonly string[] },
): Promise<string[]> {
  const assetIds = 'spoken' in by ? await listSpokenAssets(ctx, { lang: by.spoken }) : by.assetIds;
  if (assetIds.length === 0) return [];
  return (await listIdsByAsset(ctx.db, assetIds)).map(({ id }) => id);
}
