import { kanaToLatin } from './kana';

/** Russian and Kazakh letters by sound; what several Latin spellings share is evened out afterwards. */
const CYRILLIC: Readonly<Record<string, string>> = {
  а: 'a',
  ә: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ғ: 'g',
  д: 'd',
  е: 'e',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  қ: 'k',
  л: 'l',
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
  ф: 'f',
  х: 'h',
  һ: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  і: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** Latin spellings of one sound, longest first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 's'],
  [/dzh|dj|dz|zh/g, 'j'],
  [/tch|ch|tz|ts/g, 'c'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/ng(?=[^aeiouy]|$)/g, 'n'],
  [/ph/g, 'f'],
  [/x/g, 'ks'],
  [/q/g, 'k'],
  [/w/g, 'v'],
  [/[yı]/g, 'i'],
  [/\bie|(?<=[aeou])ie/g, 'e'],
  [/ou/g, 'o'],
  [/(.)\1+/gu, '$1'],
];

/** Letters whose marks carry no sound of their own here (ё, й, ō, ş, ğ, ä) lose them. */
const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/**
 * A name in a form in which its spellings meet: Жеңіс, Zhenis, Jeńis and Jenys become 'jenis', さとう, サトウ, Satō and
 * Сато become 'sato'. Kanji stay as they are. For searching and sorting only, never shown.
 */
export function foldName(text: string): string {
  const latin = withoutMarks(kanaToLatin(text.normalize('NFKC').toLowerCase()))
    .replace(/\p{Script=Cyrillic}/gu, (letter) => CYRILLIC[letter] ?? '')
    .replace(/[^\p{L}\p{N}\s]/gu, '');
  const even = SOUNDS.reduce((sofar, [pattern, sound]) => sofar.replace(pattern, sound), latin);
  return even.replace(/\s+/g, ' ').trim();
}

/** Sounds that kana cannot tell apart, as one letter each. */
const IN_KANA: readonly (readonly [RegExp, string])[] = [
  [/[aeiou]/g, ''],
  [/l/g, 'r'],
  [/[vfp]/g, 'b'],
  [/j/g, 'z'],
  [/c/g, 't'],
  [/(.)\1+/gu, '$1'],
];

/**
 * The consonants of a folded word as kana have them: ジェニス and jenis, ジュマベコフ and jumabekov meet. It says little of
 * short names, so it serves only where one of two spellings is kana.
 */
export const nameSkeleton = (folded: string): string =>
  IN_KANA.reduce((sofar, [pattern, sound]) => sofar.replace(pattern, sound), folded);
