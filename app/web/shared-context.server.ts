import { DEFAULT_LANG } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { buildContext } from './build-context.server';
import type { Services } from './services';

/**
 * One context of nobody for all requests of a process, where the answer depends on neither actor nor language: making one
 * takes longer than many of these answers. `purpose` stands in its log lines.
 */
export function sharedContext(purpose: string): (services: Services) => Ctx {
  const contexts = new WeakMap<Services, Ctx>();
  return (services) => {
    const known = contexts.get(services);
    if (known) return known;
    const made = buildContext(services, { actor: null, lang: DEFAULT_LANG, requestId: purpose });
    contexts.set(services, made);
    return made;
  };
}
