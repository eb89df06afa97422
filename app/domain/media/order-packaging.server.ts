import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findAsset, lockAsset } from './data/assets.server';
import { packageOrder } from './jobs.server';
import { canRegisterMaster } from './rules/who-registers';
import './ports';

/**
 * Orders the next version of an asset from its master; the current one plays until the new one is whole. Throws
 * `media.not-found` and `media.may-not-register`.
 */
export async function orderPackaging(
  ctx: Ctx,
  { assetId }: { assetId: string },
): Promise<{ version: number }> {
  const may = (await ctx.ports.mayPrepareAsset(ctx, assetId)) ?? canRegisterMaster(ctx.actor);
  if (!may) throw new DomainError('forbidden', 'media.may-not-register');
  return inTransaction(ctx, async (tx) => {
    await lockAsset(tx.db, assetId);
    const asset = await findAsset(tx.db, assetId);
    if (!asset?.masterKey) throw new DomainError('not-found', 'media.not-found');
    const version = asset.packagingVersion + 1;
    await tx.jobs.enqueue(...packageOrder({ assetId, version }));
    return { version };
  });
}
