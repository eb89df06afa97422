import type Mux from '@mux/mux-node';
import type { StoredMuxAsset } from '../../data/mux-assets.server';

/** The clocks of Mux and of this machine may differ by so much. */
const clockSlack = 10 * 60_000;

/** An asset of which nobody wrote down that it was made: known by our reference alone. */
export async function findMade(
  mux: Mux,
  { reference, orderedAt }: Pick<StoredMuxAsset, 'reference' | 'orderedAt'>,
): Promise<string | null> {
  for await (const asset of mux.video.assets.list({ limit: 100 })) {
    if (asset.passthrough === reference) return asset.id;
    if (Number(asset.created_at) * 1000 < orderedAt.getTime() - clockSlack) return null;
  }
  return null;
}
