import type { Lang } from '~/i18n/locales';
import { type Actor, grantsOf, hasRole } from '~/platform/actor';

/** Only the set-up of an installation loads the Kodokan's list and the terms. */
export const mayLoadLexicon = (actor: Actor | null): boolean => hasRole(actor, 'admin', '/');

/** The lexicon is everybody's: any editor extends names and relations. */
export const mayEditLexicon = (actor: Actor | null): boolean =>
  hasRole(actor, 'editor') || mayLoadLexicon(actor);

/** Native readers: an editor's grant that names the language. */
export const languagesToConfirm = (actor: Actor | null): Lang[] =>
  grantsOf(actor, 'editor').flatMap(({ lang }) => lang ?? []);

export const mayConfirm = (actor: Actor | null, lang: Lang): boolean =>
  languagesToConfirm(actor).includes(lang);
