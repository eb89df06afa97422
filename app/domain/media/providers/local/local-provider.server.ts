import type { Ctx } from '~/platform/context';
import { assetFolder, masterName, playbackFolder, versionFolder } from '../../rules/media-path';
import type { VideoProvider } from '../video-provider';
import { packageMaster } from './package-master.server';

const versionOf = (key: string, assetId: string): number =>
  Number(key.slice(assetFolder(assetId).length).split('/')[0]);

/** Packages with ffmpeg on this machine and serves from our own storage under signed addresses. */
export const localProvider = (ctx: Ctx): VideoProvider => ({
  package: (order, runStep) => packageMaster(ctx, order, runStep),

  async grant({ assetId, token }) {
    const base = playbackFolder(token, assetId);
    const captions = (langs: readonly string[]) => (langs.length > 0 ? `?captions=${langs.join(',')}` : '');
    return {
      hls: (captionLangs) => `${base}${masterName}${captions(captionLangs)}`,
      file: (path) => base + path,
    };
  },

  async remove(assetId, keep) {
    const stored = await ctx.storage.list(assetFolder(assetId));
    const versions = new Set(stored.map((key) => versionOf(key, assetId)));
    for (const version of versions) {
      if (!keep.includes(version)) await ctx.storage.remove(versionFolder(assetId, version));
    }
  },
});
