import Mux from '@mux/mux-node';
import type { MuxAccess } from '~/platform/config/parse-environment';

const clients = new WeakMap<MuxAccess, Mux>();

/**
 * The client of the Mux service. It tries again by itself, with growing pauses, what was refused for the number of
 * requests (429, as long as the service says) or failed there (5xx).
 */
export function muxClient(access: MuxAccess): Mux {
  const known = clients.get(access);
  if (known) return known;
  const { tokenId, tokenSecret, webhookSecret, signingKeyId, signingKey, baseUrl } = access;
  const made = new Mux({
    ...{ tokenId, tokenSecret, webhookSecret, baseURL: baseUrl, authorizationToken: null },
    ...{ jwtSigningKey: signingKeyId, jwtPrivateKey: signingKey },
    ...{ maxRetries: 3, timeout: 30_000, logLevel: 'off' },
  });
  clients.set(access, made);
  return made;
}

/** What Mux answers when it will not do something, now or later. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof Mux.APIError && (error.status === 400 || error.status === 422);

/** Runs a removal; what is not there any more is removed. */
export async function removed(removal: Promise<unknown>): Promise<void> {
  await removal.catch((error: unknown) => {
    if (!(error instanceof Mux.NotFoundError)) throw error;
  });
}

/** Null when Mux does not have it (any more). */
export async function found<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch((error: unknown) => {
    if (error instanceof Mux.NotFoundError) return null;
    throw error;
  });
}
