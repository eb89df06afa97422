import type { Secrets } from '~/platform/secrets.server';
import {
  anySession,
  decodeClaims,
  encodeClaims,
  type PlaybackClaims,
  splitToken,
} from '../../rules/playback-token';

const purpose = 'media-playback-token';

/** Signs the claims: the part of a playback address that says what it allows. */
export function signToken(secrets: Secrets, claims: PlaybackClaims): string {
  const body = encodeClaims(claims);
  return `${body}.${secrets.sign(purpose, body)}`;
}

/** The claims of a token that we signed; null for every other text. Compared in constant time. */
export function readToken(secrets: Secrets, token: string): PlaybackClaims | null {
  const parts = splitToken(token);
  return parts && secrets.verify(purpose, parts.body, parts.signature) ? decodeClaims(parts.body) : null;
}

/** What stands for a session in addresses: it cannot be turned back into the session. */
export const sessionMark = (secrets: Secrets, sessionId: string | null): string =>
  sessionId === null ? anySession : secrets.sign('media-session', sessionId).slice(0, 22);
