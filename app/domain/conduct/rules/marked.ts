import type { LocalizedText } from '~/i18n/content';
import { LANGS, type Lang } from '~/i18n/locales';

/** A text with the languages marked that a machine wrote; what was a machine's and is no longer marked has been reviewed. */
export function withMachine(text: LocalizedText, machine: readonly Lang[]): LocalizedText {
  const marked: LocalizedText = { ...text };
  for (const lang of LANGS) {
    const entry = text[lang];
    if (!entry || lang === text.original) continue;
    if (machine.includes(lang)) marked[lang] = { ...entry, origin: 'machine' };
    else if (entry.origin === 'machine') marked[lang] = { ...entry, origin: 'reviewed' };
  }
  return marked;
}
