import { toHiragana } from '../../folding/kana';

/** Letters that keyboards lack or people leave out: Ё, and the Kazakh ones by their Russian look-alikes. */
const PLAIN: Readonly<Record<string, string>> = {
  ё: 'е',
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
};

const JAPANESE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}々〆ー';
const WORD = new RegExp(
  `[${JAPANESE}]+|[\\p{L}\\p{M}\\p{N}]+?(?=[${JAPANESE}]|[^\\p{L}\\p{M}\\p{N}]|$)`,
  'gu',
);
const IS_JAPANESE = new RegExp(`^[${JAPANESE}]`, 'u');

/** Longer words than this are cut: no language of ours has them, and the index refuses them at 2 KB. */
const LONGEST_WORD = 60;

export type Token = {
  /** Folded. */
  word: string;
  isJapanese: boolean;
  /** Where it stands in the text as written. */
  from: number;
  to: number;
};

/** One word: compatibility form, lower case, without macrons and look-alike letters, katakana as hiragana. */
export const foldWord = (word: string): string =>
  toHiragana(word.normalize('NFKC').toLowerCase())
    .normalize('NFD')
    .replace(/(?<!и)\u0306|[\u0300-\u0305\u0307-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[ёәғқңөұүһі]/g, (letter) => PLAIN[letter] ?? letter);

/** The words of a text; a run of kanji and kana is one. Everything else is no word. */
export function tokensOf(text: string): Token[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const word = foldWord(match[0]).replace(/[^\p{L}\p{M}\p{N}ー]/gu, '');
    const isJapanese = IS_JAPANESE.test(match[0]);
    if (word === '') return [];
    const kept = isJapanese ? word : word.slice(0, LONGEST_WORD);
    return [{ word: kept, isJapanese, from: match.index, to: match.index + match[0].length }];
  });
}

/** The folded words of a text in one line: what titles are compared by. */
export const foldText = (text: string): string =>
  tokensOf(text)
    .map(({ word }) => word)
    .join(' ');
