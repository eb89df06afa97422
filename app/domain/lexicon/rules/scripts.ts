import type { NameScript } from '../inputs';

const LETTERS: Readonly<Record<NameScript, RegExp>> = {
  latin: /^\p{Script=Latin}$/u,
  cyrillic: /^\p{Script=Cyrillic}$/u,
  // Names in kanji hold kana too: 腕ひしぎ十字固め.
  kanji: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]$/u,
  kana: /^[\p{Script=Hiragana}\p{Script=Katakana}ー]$/u,
};

/** Whether every letter belongs to the script; signs and digits belong to all. */
export const isInScript = (text: string, script: NameScript): boolean =>
  [...text.normalize('NFC')].every((sign) => !/\p{L}/u.test(sign) || LETTERS[script].test(sign));

/** The script most letters of a name are in. */
export function scriptOf(text: string): NameScript {
  if (/\p{Script=Han}/u.test(text)) return 'kanji';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'kana';
  return /\p{Script=Cyrillic}/u.test(text) ? 'cyrillic' : 'latin';
}
