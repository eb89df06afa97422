import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { findAsset, listRenditions } from './data/assets.server';
import { checkAudience } from './data/check-audience.server';
import type { RenewPlaybackInput } from './inputs';
import './ports';
import { grantPlayback } from './providers/grant-playback.server';
import { readToken, sessionMark } from './providers/local/tokens.server';
import { decodeAudience } from './rules/audience';
import { anySession, belongsTo, isRenewable } from './rules/playback-token';
import { freshAddresses } from './rules/renditions';
import type { FreshAddresses } from './types';

export interface RenewedPlayback {
  token: string;
  expiresAt: string;
  /** Where the files are now, when the token alone does not say it: another provider plays them, or another version. */
  addresses?: FreshAddresses;
  /** Another version plays than before: what was loaded of the old one goes on for an hour at most. */
  isOther?: true;
}

/**
 * A fresh token for the same asset, if the same viewer may still watch it. Throws `media.address-refused` for tokens
 * that are not ours, too old or of another session, `media.not-in-audience` for somebody who may watch no more,
 * `media.recording-withdrawn` when it is shown no more or to others only, `media.not-found` when nothing of it plays.
 */
export async function renewPlayback(ctx: Ctx, { token }: RenewPlaybackInput): Promise<RenewedPlayback> {
  const claims = readToken(ctx.secrets, token);
  const sessionId = ctx.actor?.sessionId ?? null;
  const own = claims && belongsTo(claims, sessionId === null ? null : sessionMark(ctx.secrets, sessionId));
  const audience = claims && decodeAudience(claims.audience);
  if (!own || !audience || !isRenewable(claims, ctx.clock.now())) {
    throw new DomainError('forbidden', 'media.address-refused');
  }
  const asset = await findAsset(ctx.db, claims.assetId);
  if (!asset || asset.packagingVersion < claims.version)
    throw new DomainError('not-found', 'media.not-found');
  if ((await ctx.ports.isStillShown(ctx, asset.id, audience)) === false)
    throw new DomainError('gone', 'media.recording-withdrawn');
  if (!(await checkAudience(ctx, audience))) throw new DomainError('forbidden', 'media.not-in-audience');
  const grant = await grantPlayback(ctx, asset, {
    audience: claims.audience,
    sessionId: claims.session === anySession ? null : sessionId,
  });
  if (!grant) throw new DomainError('not-found', 'media.not-found');
  const fresh = { token: grant.token, expiresAt: grant.expiresAt.toISOString() };
  const isOther = asset.packagingVersion !== claims.version;
  if (!isOther && asset.provider === 'local') return fresh;
  const addresses = freshAddresses(asset, await listRenditions(ctx.db, [asset]), grant);
  return { ...fresh, addresses, ...(isOther ? { isOther } : {}) };
}
