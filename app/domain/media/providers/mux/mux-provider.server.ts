import type { MuxAccess } from '~/platform/config/parse-environment';
import type { Ctx } from '~/platform/context';
import { findMuxAsset, listMuxAssets } from '../../data/mux-assets.server';
import '../../ports';
import type { VideoProvider } from '../video-provider';
import { muxClient } from './client.server';
import { handOver } from './hand-over.server';
import { removeThere } from './remove-there.server';
import { signAddresses } from './sign-addresses.server';

/** The Mux service: it fetches masters from us, packages them itself, and plays them under addresses that we sign. */
export const muxProvider = (ctx: Ctx, access: MuxAccess): VideoProvider => ({
  async package(order, runStep) {
    await runStep('hand-over', () => handOver(ctx, muxClient(access), order));
    return null;
  },

  async grant({ assetId, version, expiresAt }) {
    if (!(await ctx.ports.mayGoAbroad(ctx, assetId))) return null;
    const row = await findMuxAsset(ctx.db, { assetId, packagingVersion: version });
    if (row?.state !== 'ready' || !row.playbackId) return null;
    const seconds = (expiresAt.getTime() - ctx.clock.now().getTime()) / 1000;
    return signAddresses(access, row.playbackId, seconds);
  },

  async remove(assetId, keep) {
    for (const row of await listMuxAssets(ctx.db, assetId))
      if (!keep.includes(row.packagingVersion)) await removeThere(ctx, muxClient(access), row, 'removed');
  },
});
