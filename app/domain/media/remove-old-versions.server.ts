import type { Ctx } from '~/platform/context';
import { findAsset, removeRenditionsBefore } from './data/assets.server';
import type { RemoveOldVersionsInput } from './inputs';
import { allProviders } from './providers/choose-provider.server';

/** The clean-up job: removes versions that play no more, from every provider. The version being made now is not touched. */
export async function removeOldVersions(ctx: Ctx, { assetId }: RemoveOldVersionsInput): Promise<void> {
  const asset = await findAsset(ctx.db, assetId);
  if (!asset) return;
  const current = asset.packagingVersion;
  for (const provider of allProviders(ctx)) await provider.remove(assetId, [current, current + 1]);
  await removeRenditionsBefore(ctx.db, assetId, current);
}
