import { toHiragana } from '~/platform/folding/kana';

/** Kanji with their reading in names of techniques; collected from the parts of the names. */
export type Readings = ReadonlyMap<string, string>;

/** Other forms of the same character, and characters that writers take for one another in these names. */
const OTHER_FORMS: Readonly<Record<string, string>> = {
  拂: '払',
  體: '体',
  締: '絞',
  脇: '腋',
  絡: '緘',
  狩: '刈',
  卷: '巻',
  關: '関',
  狹: '挟',
  挾: '挟',
  橫: '横',
  內: '内',
  裡: '裏',
  吊: '釣',
  押: '抑',
};

export const hasKanji = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** The longest beginning of the kana after a character that is the end of its reading: り of がり in 刈り. */
function okurigana(after: string, reading: string): number {
  const run = toHiragana(/^[\p{Script=Hiragana}\p{Script=Katakana}]*/u.exec(after)?.[0] ?? '');
  for (let length = Math.min(run.length, reading.length - 1); length > 0; length -= 1)
    if (reading.endsWith(run.slice(0, length))) return length;
  return 0;
}

/**
 * Kanji as kana, with or without okurigana: 大外刈, 大外刈り → おおそとがり. Characters without a known reading, kana and
 * everything else stay.
 */
export function readKanji(text: string, readings: Readings): string {
  const signs = [...text.normalize('NFKC').replace(/\s+/g, '')].map((sign) => OTHER_FORMS[sign] ?? sign);
  let result = '';
  for (let place = 0; place < signs.length; ) {
    const pair = signs.slice(place, place + 2).join('');
    const taken = readings.has(pair) ? 2 : 1;
    const reading = readings.get(taken === 2 ? pair : (signs[place] ?? ''));
    result += reading ?? signs[place];
    place += taken;
    if (reading !== undefined) place += okurigana(signs.slice(place).join(''), reading);
  }
  return result;
}
