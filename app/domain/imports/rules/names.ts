/** One spelling of a name as the table has it. */
export type Spelling = {
  script: 'cyrillic' | 'latin' | 'kanji' | 'kana';
  family: string;
  given: string;
  patronymic: string;
};

export type NameFault = 'missing' | 'not-split' | 'mixed-script' | 'signs' | 'too-long';
export type NameReading = { name: Spelling; mended: boolean } | { fault: NameFault };

const [LATIN, CYRILLIC] = ['ABCEHIKMOPTXYƏaceiopxyhə', 'АВСЕНІКМОРТХУӘасеіорхуһә'];

const LOOKALIKES = new Map([...LATIN].map((letter, place) => [letter, CYRILLIC.charAt(place)]));
const BACK = new Map([...LATIN].map((letter, place) => [CYRILLIC.charAt(place), letter]));

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Every letter of the other alphabet as its lookalike; null when one has none. */
function inOneScript(text: string, letters: RegExp, table: ReadonlyMap<string, string>): string | null {
  const changed = text.replace(letters, (letter) => table.get(letter) ?? letter);
  return count(changed, letters) > 0 ? null : changed;
}

/** Letters of two alphabets in one name: those that only look right become what they look like. Null: they cannot. */
export function mendScript(text: string): { text: string; mended: boolean } | null {
  const [latin, cyrillic] = [count(text, /\p{Script=Latin}/gu), count(text, /\p{Script=Cyrillic}/gu)];
  if (latin === 0 || cyrillic === 0) return { text, mended: false };
  const changed =
    cyrillic >= latin
      ? inOneScript(text, /\p{Script=Latin}/gu, LOOKALIKES)
      : inOneScript(text, /\p{Script=Cyrillic}/gu, BACK);
  return changed === null ? null : { text: changed, mended: true };
}

const PATRONYMIC =
  /(?:вич|вна|ична|инична|ұлы|улы|қызы|кызы|vich|vna|ichna|uly|ūly|qyzy|kyzy|kizi|qizi|ogly|оглы)$/iu;

/** АХМЕТОВ becomes Ахметов; what has small letters stays as it is written. */
const calm = (word: string): string =>
  word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase()
    ? word
        .toLowerCase()
        .replace(/(^|[-'’ʼ])(\p{L})/gu, (_all, before: string, first: string) => before + first.toUpperCase())
    : word;

const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0\u3000]+/gu, ' ')
    .replace(/(\p{L}\.)(?=\p{L})/gu, '$1 ')
    .replace(/["«»“”„]/gu, '')
    .trim();

/** A name in one piece: the family name first, as documents have it, unless the patronymic stands in the middle. */
export function splitName(text: string): { family: string; given: string; patronymic: string } {
  const words = tidy(text).replace(/,/g, ' ').split(/\s+/).filter(Boolean);
  const [first = '', second = '', third = '', ...rest] = words;
  if (rest.length === 0 && PATRONYMIC.test(second) && third !== '' && !PATRONYMIC.test(third))
    return { family: third, given: first, patronymic: second };
  return { family: first, given: second, patronymic: [third, ...rest].filter(Boolean).join(' ') };
}

const SCRIPTS: readonly (readonly [Spelling['script'], RegExp])[] = [
  ['cyrillic', /^[\p{Script=Cyrillic}\p{M}\s'’ʼ.\-–]+$/u],
  ['latin', /^[\p{Script=Latin}\p{M}\s'’ʼ`.\-–]+$/u],
  ['kana', /^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+$/u],
  ['kanji', /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々〆ヶー・\s]+$/u],
];

const LONGEST = 80;

/** The parts of a name as one spelling in one script. */
export function readName(given: { family: string; given: string; patronymic: string }): NameReading {
  const parts = [given.family, given.given, given.patronymic].map(tidy);
  const whole = parts.join('|');
  if (parts[0] === '' && parts[1] === '') return { fault: 'missing' };
  if (parts[0] === '' || parts[1] === '') return { fault: 'not-split' };
  const mended = mendScript(whole);
  if (!mended) return { fault: 'mixed-script' };
  const script = SCRIPTS.find(([, letters]) => letters.test(mended.text.replaceAll('|', ' ')))?.[0];
  if (!script) return { fault: 'signs' };
  const [family = '', first = '', patronymic = ''] = mended.text
    .split('|')
    .map((part) => part.split(' ').map(calm).join(' '));
  if ([family, first, patronymic].some((part) => part.length > LONGEST)) return { fault: 'too-long' };
  return { name: { script, family, given: first, patronymic }, mended: mended.mended };
}
