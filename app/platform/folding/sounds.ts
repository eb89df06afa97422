import { kanaToLatin } from './kana';

/** Cyrillic by sound, as Russian and Kazakh coaches write Japanese words; pairs before single letters. */
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/дж|дз|тж|зж|жж/g, 'z'],
  [/тс|тц|цс/g, 'c'],
  [/тч|чш/g, 'ч'],
  [/сщ|шч/g, 'ш'],
];

const LETTERS: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'w',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  ж: 'z',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  қ: 'k',
  л: 'r',
  м: 'm',
  н: 'n',
  ң: 'n',
  о: 'o',
  ө: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ұ: 'u',
  ү: 'u',
  ф: 'h',
  х: 'h',
  һ: 'h',
  ц: 'c',
  ч: 'q',
  ш: 's',
  щ: 's',
  ъ: '',
  ы: 'i',
  і: 'i',
  ь: '',
  э: 'e',
  є: 'e',
  ї: 'i',
  ю: 'yu',
  я: 'ya',
};

/** Latin spellings of one sound: Hepburn, Kunrei, Nihon-shiki, German and Kazakh Latin become one. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/sch|sh/g, 's'],
  [/tch|ch/g, 'q'],
  [/dzh|dz|dj|zh|j/g, 'z'],
  [/tz|ts/g, 'c'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ph|f/g, 'h'],
  [/ck/g, 'k'],
  [/x/g, 'ks'],
  [/v/g, 'w'],
  [/l/g, 'r'],
];

/** What stays different after the letters are even: long vowels, glides, ち and つ, ん before lips. */
const EVEN: readonly (readonly [RegExp, string])[] = [
  [/([szqct])y(?=[auo])/g, '$1'],
  [/d(?=[yi])y?/g, 'z'],
  [/du/g, 'zu'],
  [/[qc]/g, 't'],
  [/[yı]/g, 'i'],
  [/m(?=[bp])/g, 'n'],
  [/ie/g, 'e'],
  [/(.)\1+/gu, '$1'],
  [/ou/g, 'o'],
  [/(.)\1+/gu, '$1'],
];

/** Marks on letters carry no sound that matters here (ō, ş, ü), but й and ё are letters of their own. */
const withoutMarks = (text: string): string =>
  text
    .replace(/[ёй]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/ş/g, 'sh')
    .replace(/ç/g, 'ch')
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin}|\p{Script=Cyrillic})\p{M}/gu, '')
    .normalize('NFC');

const latinC = (text: string): string => text.replace(/q/g, 'k').replace(/c(?!h)/g, 'k');

const replaceAll = (text: string, table: readonly (readonly [RegExp, string])[]): string =>
  table.reduce((sofar, [pattern, sound]) => sofar.replace(pattern, sound), text);

/**
 * A Japanese word by its sound, so that its spellings meet: uchi-mata, utimata, うちまた, ути мата and учимата become
 * 'utimata'. Kanji stay as they are; separators and signs go. For comparing only, never shown.
 */
export function soundKey(text: string): string {
  const plain = kanaToLatin(text.normalize('NFKC').toLowerCase().normalize('NFC'));
  const letters = withoutMarks(plain).replace(/[^\p{L}\p{N}]/gu, '');
  const latin = replaceAll(latinC(letters), SPELLINGS);
  const cyrillic = replaceAll(latin, PAIRS).replace(
    /\p{Script=Cyrillic}/gu,
    (letter) => LETTERS[letter] ?? '',
  );
  return replaceAll(cyrillic, EVEN);
}

const VOICELESS: Readonly<Record<string, string>> = { g: 'k', z: 's', d: 't', b: 'h', p: 'h' };

/** A sound key without voicing, so that rendaku pairs meet: harai and barai, koshi and goshi. */
export const looseKey = (key: string): string =>
  key.replace(/[gzdbp]/g, (sound) => VOICELESS[sound] ?? sound);
