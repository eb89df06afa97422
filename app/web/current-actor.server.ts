import { DEFAULT_LANG } from '~/i18n/locales';
import type { Actor } from '~/platform/actor';
import { newId } from '~/platform/ids';
import { buildContext } from './build-context.server';
import type { Services } from './services';

/** Whose session the cookie's token is; null for an unknown, ended or damaged one. */
export function findActor(services: Services, token: string): Promise<Actor | null> {
  const ctx = buildContext(services, { actor: null, lang: DEFAULT_LANG, requestId: newId() });
  return ctx.ports.findActor(ctx, { token });
}
