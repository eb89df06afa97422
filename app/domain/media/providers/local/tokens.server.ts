import { LRUCache } from 'lru-cache';
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

/** Tokens that proved true: a viewer comes back with the same one every few seconds. */
const proven = new WeakMap<Secrets, LRUCache<string, PlaybackClaims>>();

function provenBy(secrets: Secrets): LRUCache<string, PlaybackClaims> {
  const known = proven.get(secrets) ?? new LRUCache<string, PlaybackClaims>({ max: 5000 });
  proven.set(secrets, known);
  return known;
}

/** The claims of a token that we signed; null for every other text. Compared in constant time. */
export function readToken(secrets: Secrets, token: string): PlaybackClaims | null {
  const known = provenBy(secrets);
  const before = known.get(token);
  if (before) return before;
  const parts = splitToken(token);
  const claims =
    parts && secrets.verify(purpose, parts.body, parts.signature) ? decodeClaims(parts.body) : null;
  if (claims) known.set(token, claims);
  return claims;
}

/** What stands for a session in addresses: it cannot be turned back into the session. */
export const sessionMark = (secrets: Secrets, sessionId: string | null): string =>
  sessionId === null ? anySession : secrets.sign('media-session', sessionId).slice(0, 22);
