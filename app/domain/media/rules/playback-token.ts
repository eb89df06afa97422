import { z } from 'zod';

/** Seconds that an address plays before it must be renewed. */
export const playbackSeconds = 50 * 60;
/** Seconds after the end during which the same viewer may still renew (a lid closed in the middle of a lesson). */
export const renewalGraceSeconds = 12 * 60 * 60;
/** Stands in place of a session in addresses of public recordings. */
export const anySession = '-';

/**
 * What a playback address allows: files of one packaged version of one asset, until `expiresAt`
 * (seconds since 1970), to one session. `audience` is kept so that a renewal asks the same question again.
 */
export interface PlaybackClaims {
  assetId: string;
  version: number;
  expiresAt: number;
  session: string;
  audience: string;
}

const claimsSchema = z.tuple([z.string(), z.int(), z.int(), z.string(), z.string()]);

/** The signed part of a token: base64url, safe inside a path. */
export function encodeClaims(claims: PlaybackClaims): string {
  const { assetId, version, expiresAt, session, audience } = claims;
  return Buffer.from(JSON.stringify([assetId, version, expiresAt, session, audience])).toString('base64url');
}

/** Splits a token into its signed part and its signature; null when it has another shape. */
export function splitToken(token: string): { body: string; signature: string } | null {
  const match = /^([\w-]{16,1000})\.([\w-]{43})$/.exec(token);
  return match?.[1] && match[2] ? { body: match[1], signature: match[2] } : null;
}

/** Reads the signed part, after its signature was checked; null when it has another shape. */
export function decodeClaims(body: string): PlaybackClaims | null {
  try {
    const parsed = claimsSchema.safeParse(JSON.parse(Buffer.from(body, 'base64url').toString('utf8')));
    if (!parsed.success) return null;
    const [assetId, version, expiresAt, session, audience] = parsed.data;
    return { assetId, version, expiresAt, session, audience };
  } catch {
    return null;
  }
}

/** Whether the claims belong to the viewer's session (a hash, null without a session). */
export function belongsTo(claims: PlaybackClaims, session: string | null): boolean {
  return claims.session === anySession || claims.session === session;
}

/** Whether the address may still play at `now`. */
export function isPlayable(claims: PlaybackClaims, now: Date): boolean {
  return now.getTime() < claims.expiresAt * 1000;
}

/** Whether the address may still be exchanged for a fresh one at `now`. */
export function isRenewable(claims: PlaybackClaims, now: Date): boolean {
  return now.getTime() < (claims.expiresAt + renewalGraceSeconds) * 1000;
}
