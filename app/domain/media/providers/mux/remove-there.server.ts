import type Mux from '@mux/mux-node';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { type StoredMuxAsset, updateMuxAsset } from '../../data/mux-assets.server';
import { removed } from './client.server';
import { findMade } from './find-made.server';
import { masterKeyOf } from './source.server';

/**
 * Takes an asset away from Mux with everything of it. From the first moment nothing of it is granted any more; its
 * playback id goes before the rest, so that addresses given out earlier end at once. An order whose answer was lost may
 * have been carried out: it is looked for by its reference. What ended bears no id of Mux any more.
 */
export async function removeThere(
  ctx: Ctx,
  mux: Mux,
  order: StoredMuxAsset,
  end: 'errored' | 'removed',
): Promise<void> {
  const { id, playbackId, state } = order;
  if (state === 'ready')
    await inTransaction(ctx, async (tx) => {
      await updateMuxAsset(tx.db, id, { state: 'withdrawn' });
      await raiseContentVersion(tx);
    });
  const muxId = order.muxId ?? (await findMade(mux, order));
  if (muxId && playbackId) await removed(mux.video.assets.deletePlaybackId(muxId, playbackId));
  if (muxId) await removed(mux.video.assets.delete(muxId));
  await ctx.storage.remove(masterKeyOf(order));
  await updateMuxAsset(ctx.db, id, { state: end, muxId: null, playbackId: null });
}
