import type { Actor } from '~/platform/actor';
import { readCookie, sessionCookieName } from './cookies.server';
import type { Services } from './services';
import { sharedContext } from './shared-context.server';

/** Whose session the cookie's token is; null for an unknown, ended or damaged one. */
export function findActor(services: Services, token: string): Promise<Actor | null> {
  return ask(services, { token });
}

/** Who sends a request of a machine address, by the cookie of the session; null: nobody is signed in. */
export async function actorOf(
  request: { get(name: string): string | undefined },
  services: Services,
): Promise<Actor | null> {
  const headers = { get: (name: string) => request.get(name) ?? null };
  const cookie = readCookie({ headers }, sessionCookieName(services.config));
  return cookie ? findActor(services, cookie) : null;
}

/** As findActor without roles, for the busy machine addresses that ask for none. */
export function findLearner(services: Services, token: string): Promise<Actor | null> {
  return ask(services, { token, withRoles: false });
}

/** Who asks is what such a question finds out. */
const askingOf = sharedContext('session');

function ask(services: Services, input: { token: string; withRoles?: boolean }): Promise<Actor | null> {
  const ctx = askingOf(services);
  return ctx.ports.findActor(ctx, input);
}
