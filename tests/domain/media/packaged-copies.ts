import { Readable } from 'node:stream';
import { findAsset } from '~/domain/media/data/assets.server';
import { packageMaster } from '~/domain/media/providers/local/package-master.server';
import { publishVersion } from '~/domain/media/providers/publish-version.server';
import type { PackagedVersion } from '~/domain/media/providers/video-provider';
import { versionFolder } from '~/domain/media/rules/media-path';
import type { TestWorld } from '../../support/database';

/** The first version of a master that many assets of a test share. */
export type Model = { made: PackagedVersion; folder: string };

/** Packages the asset's master as the worker would, and publishes nothing. */
export async function makeModel(world: TestWorld, assetId: string): Promise<Model> {
  const ctx = world.ctx();
  const asset = await findAsset(ctx.db, assetId);
  if (!asset?.masterKey || !asset.masterSha256) throw new Error('The model has no master');
  const { masterKey, masterSha256, audioTracks } = asset;
  const order = { assetId, version: 1, masterKey, masterSha256, audioTracks, added: [], blank: [] };
  const made = await packageMaster(ctx, { ...order, samePicturesAs: null }, (_step, work) =>
    work(() => undefined),
  );
  return { made, folder: versionFolder(assetId, 1) };
}

/** Gives another asset of the same master the model's files, in a moment instead of the encoder's seconds. */
export async function playAs(world: TestWorld, model: Model, assetId: string): Promise<void> {
  const ctx = world.ctx();
  for (const key of await ctx.storage.list(model.folder)) {
    const target = versionFolder(assetId, 1) + key.slice(model.folder.length);
    await ctx.storage.put(target, Readable.from(ctx.storage.read(key)));
  }
  const first = { assetId, version: 1, provider: 'local' as const, spanIds: [], added: [] };
  await publishVersion(ctx, first, model.made);
}
