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
      const { failure, note } = saidOf(asset);
      const own = steps.filter(
        ({ assetId, step }) => assetId === asset.id && (note === null || step !== 'hand-over'),
      );
      const newest = Math.max(asset.packagingVersion, ...own.map((step) => step.packagingVersion));
      const shown = own.filter(({ packagingVersion }) => packagingVersion === newest);
      const state = stateOf({ ...asset, failure }, newest);
      return [
        asset.id,
        {
          state,
          isAwaited: asset.masterKey === null,
          version: asset.packagingVersion,
          ...{ failure, note },
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

/** What a service would not do or could not be asked for: a version from here goes on playing. */
const ofService = ['mux-refused', 'mux-unreachable'];

/** A failure of the service is no more than a note as long as something plays. */
function saidOf({ packagingVersion, failure }: Asset): Pick<Packaging, 'failure' | 'note'> {
  const isNote = packagingVersion > 0 && failure !== null && ofService.includes(failure);
  return isNote ? { failure: null, note: failure } : { failure, note: null };
}

type Asset = { masterKey: string | null; packagingVersion: number; failure: string | null };

function stateOf(asset: Asset, newest: number): Packaging['state'] {
  if (asset.failure) return 'failed';
  if (asset.masterKey === null) return 'awaited';
  return asset.packagingVersion > 0 && newest === asset.packagingVersion ? 'ready' : 'under-way';
}
