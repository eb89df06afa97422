import type { Actor } from '~/platform/actor';
import type { Services } from './services';

/** What the HTTP server hands to Remix with each request. */
export type PageRequest = {
  services: Services;
  requestId: string;
  /** The client's address as the trusted proxies tell it; a key for limits, never stored. */
  address: string;
  nonce: string | null;
  /** Who is signed in; looked up at most once for each request. */
  actor(): Promise<Actor | null>;
  /** Resolves when the reader has taken what was written so far; false when they are gone. */
  drained(): Promise<boolean>;
  /** Set by a loader whose page may be kept for anonymous visitors. */
  cache: { allowed: boolean; until: Date | null };
};

declare module '@remix-run/node' {
  interface AppLoadContext extends PageRequest {}
  interface Future {
    v3_singleFetch: true;
  }
}
