import type { Ctx } from '~/platform/context';
import { assetFolder, versionFolder } from '../../rules/media-path';
import { playbackSeconds } from '../../rules/playback-token';
import type { VideoProvider } from '../video-provider';
import { packageMaster } from './package-master.server';
import { sessionMark, signToken } from './tokens.server';

const versionOf = (key: string, assetId: string): number =>
  Number(key.slice(assetFolder(assetId).length).split('/')[0]);

/** Packages with ffmpeg on this machine and serves from our own storage under signed addresses. */
export const localProvider = (ctx: Ctx): VideoProvider => ({
  package: (order, runStep) => packageMaster(ctx, order, runStep),

  grant({ assetId, version, audience, sessionId }) {
    const expiresAt = Math.floor(ctx.clock.now().getTime() / 1000) + playbackSeconds;
    const session = sessionMark(ctx.secrets, sessionId);
    const token = signToken(ctx.secrets, { assetId, version, expiresAt, session, audience });
    return { base: `/media/${token}/${assetId}/`, token, expiresAt: new Date(expiresAt * 1000) };
  },

  async remove(assetId, keep) {
    const stored = await ctx.storage.list(assetFolder(assetId));
    const versions = new Set(stored.map((key) => versionOf(key, assetId)));
    for (const version of versions) {
      if (!keep.includes(version)) await ctx.storage.remove(versionFolder(assetId, version));
    }
  },
});
