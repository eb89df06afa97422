import type { MuxAccess } from '~/platform/config/parse-environment';
import { muxStoryboard } from '../../rules/mux-files';
import { posterName } from '../../rules/packaging-commands';
import type { PlaybackAddresses } from '../video-provider';
import { muxClient } from './client.server';

/** Pixels of the poster's width. */
const posterWidth = '960';

/** Addresses at Mux that end after so many seconds; whoever has them may use them until then. */
export async function signAddresses(
  access: MuxAccess,
  playbackId: string,
  seconds: number,
): Promise<PlaybackAddresses> {
  const tokens = await muxClient(access).jwt.signPlaybackId(playbackId, {
    type: ['video', ['thumbnail', { width: posterWidth }], 'storyboard'],
    expiration: `${Math.max(1, Math.floor(seconds))}s`,
  });
  const stream = (path: string) =>
    `${access.streamUrl}/${playbackId}${path}?token=${tokens['playback-token'] ?? ''}`;
  const image = (path: string, token = '') => `${access.imageUrl}/${playbackId}/${path}?token=${token}`;
  return {
    hls: () => stream('.m3u8'),
    file(path) {
      if (path === posterName) return image('thumbnail.jpg', tokens['thumbnail-token']);
      if (path === muxStoryboard) return image(path, tokens['storyboard-token']);
      return stream(`/${path}`);
    },
  };
}
