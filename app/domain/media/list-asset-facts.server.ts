import type { Ctx } from '~/platform/context';
import { findAssets, listRenditions } from './data/assets.server';

/** What pages say about a recording before it is played. Sizes in bytes, null while it is not packaged. */
export interface AssetFacts {
  assetId: string;
  isPlayable: boolean;
  durationMs: number | null;
  audioLangs: string[];
  /** The smallest file with a picture, and sound alone. */
  smallestBytes: number | null;
  audioBytes: number | null;
}

/** Facts of the assets that exist, in the order asked for. They are nobody's secret: titles and rights lie elsewhere. */
export async function listAssetFacts(ctx: Ctx, assetIds: readonly string[]): Promise<AssetFacts[]> {
  const assets = await findAssets(ctx.db, assetIds);
  const renditions = assets.length > 0 ? await listRenditions(ctx.db, assets) : [];
  const smallest = (assetId: string, kind: string): number | null => {
    const sizes = renditions.filter((one) => one.assetId === assetId && one.kind === kind);
    return sizes.length > 0 ? Math.min(...sizes.map(({ bytes }) => Number(bytes))) : null;
  };
  return assetIds.flatMap((assetId) => {
    const asset = assets.find(({ id }) => id === assetId);
    if (!asset) return [];
    return {
      assetId,
      isPlayable: asset.packagingVersion > 0,
      durationMs: asset.durationMs,
      audioLangs: asset.audioTracks.map(({ lang }) => lang),
      smallestBytes: smallest(assetId, 'single'),
      audioBytes: smallest(assetId, 'audio'),
    };
  });
}
