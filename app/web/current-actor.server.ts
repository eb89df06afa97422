import { DEFAULT_LANG } from '~/i18n/locales';
import type { Actor } from '~/platform/actor';
import { newId } from '~/platform/ids';
import { buildContext } from './build-context.server';
import type { Services } from './services';

/** Whose session the cookie's token is; null for an unknown, ended or damaged one. */
export function findActor(services: Services, token: string): Promise<Actor | null> {
  return ask(services, { token });
}

/** The same without roles, for the busy machine addresses that ask for none. */
export function findLearner(services: Services, token: string): Promise<Actor | null> {
  return ask(services, { token, withRoles: false });
}

function ask(services: Services, input: { token: string; withRoles?: boolean }): Promise<Actor | null> {
  const ctx = buildContext(services, { actor: null, lang: DEFAULT_LANG, requestId: newId() });
  return ctx.ports.findActor(ctx, input);
}
