export const SCRIPTS = ['cyrillic', 'latin', 'kanji', 'kana'] as const;
export type Script = (typeof SCRIPTS)[number];

/** Letters of one script with marks, apostrophes, hyphens, dots and spaces; empty is allowed. */
const ALLOWED: Record<Script, RegExp> = {
  cyrillic: /^[\p{Script=Cyrillic}\p{M}\s'’ʼ.\-–]*$/u,
  latin: /^[\p{Script=Latin}\p{M}\s'’ʼ`.\-–]*$/u,
  kanji: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆ヶー・\s]*$/u,
  kana: /^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s]*$/u,
};

export const writtenIn = (script: Script, text: string): boolean => ALLOWED[script].test(text);

/** The script a name is written in; null when letters of several are mixed or there is none. */
export function scriptOf(text: string): Script | null {
  const order: readonly Script[] = ['cyrillic', 'latin', 'kana', 'kanji'];
  return /\p{L}/u.test(text) ? (order.find((script) => writtenIn(script, text)) ?? null) : null;
}

type Parts = { family: string; given: string; patronymic: string };

/** The first part of a name that is not written in the script; null when all are. */
export const misspeltPart = (script: Script, name: Parts): keyof Parts | null =>
  (['family', 'given', 'patronymic'] as const).find((part) => !writtenIn(script, name[part])) ?? null;
