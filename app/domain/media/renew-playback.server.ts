import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { checkAudience } from './check-audience.server';
import { findAsset } from './data/assets.server';
import type { RenewPlaybackInput } from './inputs';
import './ports';
import { providerFor } from './providers/choose-provider.server';
import { readToken, sessionMark } from './providers/local/tokens.server';
import { decodeAudience } from './rules/audience';
import { anySession, belongsTo, isRenewable } from './rules/playback-token';

export interface RenewedPlayback {
  token: string;
  expiresAt: string;
}

/**
 * A fresh token for the same version of the same asset, if the same viewer may still watch it. Throws
 * `media.address-refused` for tokens that are not ours, too old or of another session, `media.not-in-audience` for
 * somebody who may watch no more, `media.recording-withdrawn` when it is shown no more or to others only,
 * `media.not-found` when the version plays no more.
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
  if (!asset || asset.packagingVersion !== claims.version)
    throw new DomainError('not-found', 'media.not-found');
  if ((await ctx.ports.isStillShown(ctx, asset.id, audience)) === false)
    throw new DomainError('gone', 'media.recording-withdrawn');
  if (!(await checkAudience(ctx, audience))) throw new DomainError('forbidden', 'media.not-in-audience');
  const grant = providerFor(ctx, asset.provider).grant({
    assetId: asset.id,
    version: claims.version,
    audience: claims.audience,
    sessionId: claims.session === anySession ? null : sessionId,
  });
  return { token: grant.token, expiresAt: grant.expiresAt.toISOString() };
}
