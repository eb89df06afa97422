import type { Lang } from '~/i18n/locales';
import { foldName } from '~/platform/folding/names';
import type { Script } from './scripts';

export type NameParts = { family: string; given: string; patronymic: string | null };
export type ScriptedName = NameParts & { script: Script; kind: string };

/** Which spelling each reader recognises first. */
const PREFERRED: Record<Lang, readonly Script[]> = {
  kk: ['cyrillic', 'latin', 'kanji', 'kana'],
  ru: ['cyrillic', 'latin', 'kanji', 'kana'],
  ja: ['kanji', 'kana', 'latin', 'cyrillic'],
  en: ['latin', 'cyrillic', 'kanji', 'kana'],
};

const KINDS = ['own', 'passport'];

/** Family name first, as in the documents of both countries. */
export const fullName = ({ family, given, patronymic }: NameParts): string =>
  [family, given, patronymic].filter(Boolean).join(' ');

/** The spelling for a reader of the language; the person's own before the passport's. Null without any. */
export function nameFor<N extends ScriptedName>(names: readonly N[], lang: Lang): N | null {
  for (const script of PREFERRED[lang]) {
    for (const kind of KINDS) {
      const found = names.find((name) => name.script === script && name.kind === kind);
      if (found) return found;
    }
  }
  return null;
}

/** The name as documents have it, in the spelling for a reader of the language; '' for a person without a name. */
export function displayName(names: readonly ScriptedName[], lang: Lang): string {
  const name = nameFor(names, lang);
  return name ? fullName(name) : '';
}

/** The name in the order of the reader's culture: in English the given name stands first. '' without a name. */
export function readerName(names: readonly ScriptedName[], lang: Lang): string {
  const name = nameFor(names, lang);
  if (!name) return '';
  return lang === 'en' && name.script === 'latin' ? `${name.given} ${name.family}`.trim() : fullName(name);
}

/** What searching compares. */
export const foldedName = (name: NameParts): string => foldName(fullName(name));

/** The spelling in Latin letters, the passport's before the person's own; null when there is none. */
export function latinNameOf(names: readonly ScriptedName[]): string | null {
  const latin = names.filter(({ script }) => script === 'latin');
  const name = latin.find(({ kind }) => kind === 'passport') ?? latin[0];
  return name ? fullName(name) : null;
}
