import type { Ctx } from '~/platform/context';
import { findAsset, removeRenditionsBefore } from './data/assets.server';
import type { RemoveOldVersionsInput } from './inputs';
import { allProviders } from './providers/choose-provider.server';

/**
 * The clean-up job: removes versions that play no more, from every provider. Those that came after `before` have jobs of their own, since
 * addresses of theirs may still be good; the version being made now is not touched.
 */
export async function removeOldVersions(
  ctx: Ctx,
  { assetId, before }: RemoveOldVersionsInput,
): Promise<void> {
  const asset = await findAsset(ctx.db, assetId);
  if (!asset) return;
  const current = asset.packagingVersion;
  const first = Math.min(before ?? current, current);
  const keep = Array.from({ length: current + 2 - first }, (_, index) => first + index);
  for (const provider of allProviders(ctx)) await provider.remove(assetId, keep);
  await removeRenditionsBefore(ctx.db, assetId, first);
}
