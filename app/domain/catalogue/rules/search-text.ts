import { type LocalizedText, langsOf } from '~/i18n/content';

/** Compatibility form, lower case, katakana to hiragana, Ё to Е, without marks that people leave out. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replaceAll('ё', 'е')
    .replace(/[«»"'’.,:;!?()\-–—・、。/\\%_]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** All languages of the texts in one folded line. */
export const searchTextOf = (texts: readonly LocalizedText[]): string =>
  foldText(texts.flatMap((text) => langsOf(text).map((lang) => text[lang]?.text ?? '')).join(' '));

/** The folded words of a query, at most eight. */
export const queryWords = (query: string): string[] => foldText(query).split(' ').filter(Boolean).slice(0, 8);
