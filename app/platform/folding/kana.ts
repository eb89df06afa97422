const ROWS: readonly (readonly [kana: string, latin: string])[] = [
  ['あいうえお', 'a i u e o'],
  ['かきくけこ', 'ka ki ku ke ko'],
  ['がぎぐげご', 'ga gi gu ge go'],
  ['さしすせそ', 'sa shi su se so'],
  ['ざじずぜぞ', 'za ji zu ze zo'],
  ['たちつてと', 'ta chi tsu te to'],
  ['だぢづでど', 'da ji zu de do'],
  ['なにぬねの', 'na ni nu ne no'],
  ['はひふへほ', 'ha hi fu he ho'],
  ['ばびぶべぼ', 'ba bi bu be bo'],
  ['ぱぴぷぺぽ', 'pa pi pu pe po'],
  ['まみむめも', 'ma mi mu me mo'],
  ['やゆよ', 'ya yu yo'],
  ['らりるれろ', 'ra ri ru re ro'],
  ['わゐゑをん', 'wa i e o n'],
  ['ゔぁぃぅぇぉ', 'vu a i u e o'],
  ['ゃゅょゎ', 'ya yu yo wa'],
];

const LATIN = new Map(
  ROWS.flatMap(([kana, latin]) => {
    const sounds = latin.split(' ');
    return [...kana].map((sign, index): [string, string] => [sign, sounds[index] ?? '']);
  }),
);

const SMALL_Y = 'ゃゅょ';

/** Small vowels write foreign sounds: ジェ is je, ティ is ti, ファ is fa, ウィ is wi. */
const SMALL_VOWELS = 'ぁぃぅぇぉ';

/** Katakana as hiragana; other signs stay. */
export const toHiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));

/** きゃ is kya, しゃ is sha: the sound before loses its i, and after sh, ch, j also the y. */
function joined(before: string, small: string): string {
  const stem = before.slice(0, -1);
  return /(sh|ch|j)$/.test(stem) ? `${stem}${small.slice(1)}` : `${stem}${small}`;
}

/** Whether a small sign gives the sound before it another vowel. */
const joins = (sign: string, last: string): boolean =>
  (SMALL_Y.includes(sign) && last.endsWith('i')) ||
  (SMALL_VOWELS.includes(sign) && /[^aeo][eiou]$|^u$/.test(last));

const withVowel = (last: string, vowel: string): string =>
  `${last === 'u' ? 'w' : last.slice(0, -1)}${vowel}`;

/** Kana in Hepburn's Latin letters, long vowels as they are written (おう = ou); other signs stay. */
export function kanaToLatin(text: string): string {
  let result = '';
  let last = '';
  let doubles = false;
  for (const sign of toHiragana(text)) {
    const sound = LATIN.get(sign);
    if (sign === 'っ') doubles = true;
    else if (sign === 'ー') result += last.slice(-1);
    else if (sound === undefined) {
      result += sign;
      last = '';
      doubles = false;
    } else {
      const isJoined = joins(sign, last);
      const small = SMALL_VOWELS.includes(sign) ? withVowel : joined;
      const next = isJoined ? small(last, sound) : sound;
      result = isJoined ? result.slice(0, result.length - last.length) : result;
      result += doubles ? `${next.charAt(0)}${next}` : next;
      last = next;
      doubles = false;
    }
  }
  return result;
}
