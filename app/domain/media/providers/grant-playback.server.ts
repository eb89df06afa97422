import type { Ctx } from '~/platform/context';
import type { AssetWithTracks } from '../data/assets.server';
import { playbackFolder } from '../rules/media-path';
import { playbackSeconds } from '../rules/playback-token';
import { findProvider } from './choose-provider.server';
import { sessionMark, signToken } from './local/tokens.server';
import type { PlaybackAddresses } from './video-provider';

export interface PlaybackGrant extends PlaybackAddresses {
  token: string;
  expiresAt: Date;
  /** Address of what is always our own, such as captions. */
  own: string;
}

/**
 * What one viewer may play of the version that plays now, for 50 minutes; null when nothing of it may be played.
 * `sessionId`: the session that our own addresses are bound to; null binds to none.
 */
export async function grantPlayback(
  ctx: Ctx,
  { id: assetId, provider, packagingVersion: version }: AssetWithTracks,
  { audience, sessionId }: { audience: string; sessionId: string | null },
): Promise<PlaybackGrant | null> {
  const seconds = Math.floor(ctx.clock.now().getTime() / 1000) + playbackSeconds;
  const session = sessionMark(ctx.secrets, sessionId);
  const token = signToken(ctx.secrets, { assetId, version, expiresAt: seconds, session, audience });
  const expiresAt = new Date(seconds * 1000);
  const addresses = await findProvider(ctx, provider)?.grant({ assetId, version, token, expiresAt });
  return addresses ? { ...addresses, token, expiresAt, own: playbackFolder(token, assetId) } : null;
}
