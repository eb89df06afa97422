import type { Ctx } from '~/platform/context';
import { findAssets } from './data/assets.server';
import { listSteps } from './data/steps.server';
import type { Packaging } from './types';

/** How far the packaging of each asset is: of the version under way, or of the one that plays. */
export async function getPackaging(
  ctx: Ctx,
  { assetIds }: { assetIds: readonly string[] },
): Promise<Map<string, Packaging>> {
  const [assets, steps] = await Promise.all([findAssets(ctx.db, assetIds), listSteps(ctx.db, assetIds)]);
  return new Map(
    assets.map((asset): [string, Packaging] => {
      const own = steps.filter(({ assetId }) => assetId === asset.id);
      const newest = Math.max(asset.packagingVersion, ...own.map((step) => step.packagingVersion));
      const shown = own.filter(({ packagingVersion }) => packagingVersion === newest);
      const state = stateOf(asset, newest);
      return [
        asset.id,
        {
          state,
          isAwaited: asset.masterKey === null,
          version: asset.packagingVersion,
          failure: asset.failure,
          sounds: asset.audioTracks.map(({ lang, label, offsetMs, soundId }) => ({
            ...{ lang, label, offsetMs, soundId },
          })),
          steps: shown.map((step) => ({
            name: step.step,
            percent: step.percent,
            isDone: step.finishedAt !== null,
            error: step.error,
          })),
        },
      ];
    }),
  );
}

type Asset = { masterKey: string | null; packagingVersion: number; failure: string | null };

function stateOf(asset: Asset, newest: number): Packaging['state'] {
  if (asset.failure) return 'failed';
  if (asset.masterKey === null) return 'awaited';
  return asset.packagingVersion > 0 && newest === asset.packagingVersion ? 'ready' : 'under-way';
}
