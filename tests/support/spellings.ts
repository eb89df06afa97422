/** Letters of Kazakh as Russian, a passport and the new Latin alphabet write them. */
export const RUSSIAN: Record<string, string> = {
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
export const PASSPORT: Record<string, string> = {
  ...{
    а: 'a',
    ә: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ғ: 'gh',
    д: 'd',
    е: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'y',
    к: 'k',
    қ: 'k',
    л: 'l',
  },
  ...{
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
    х: 'kh',
    ш: 'sh',
    ы: 'y',
    і: 'i',
    я: 'ya',
  },
};
export const NEW_LATIN: Record<string, string> = {
  ...PASSPORT,
  ә: 'ä',
  ғ: 'ğ',
  ж: 'j',
  қ: 'q',
  ң: 'ñ',
  ө: 'ö',
  ұ: 'ū',
  ү: 'ü',
  ш: 'ş',
  ы: 'y',
  и: 'i',
  й: 'i',
};

const kanaOf: Record<string, string> = {
  ...{
    a: 'ア',
    i: 'イ',
    u: 'ウ',
    e: 'エ',
    o: 'オ',
    ka: 'カ',
    ki: 'キ',
    ku: 'ク',
    ke: 'ケ',
    ko: 'コ',
    ga: 'ガ',
    gi: 'ギ',
    gu: 'グ',
    ge: 'ゲ',
    go: 'ゴ',
  },
  ...{
    sa: 'サ',
    si: 'シ',
    su: 'ス',
    se: 'セ',
    so: 'ソ',
    za: 'ザ',
    zi: 'ジ',
    zu: 'ズ',
    ze: 'ゼ',
    zo: 'ゾ',
    ja: 'ジャ',
    ji: 'ジ',
    ju: 'ジュ',
    je: 'ジェ',
    jo: 'ジョ',
  },
  ...{
    ta: 'タ',
    ti: 'ティ',
    tu: 'トゥ',
    te: 'テ',
    to: 'ト',
    da: 'ダ',
    di: 'ディ',
    du: 'ドゥ',
    de: 'デ',
    do: 'ド',
    na: 'ナ',
    ni: 'ニ',
    nu: 'ヌ',
    ne: 'ネ',
    no: 'ノ',
  },
  ...{
    ba: 'バ',
    bi: 'ビ',
    bu: 'ブ',
    be: 'ベ',
    bo: 'ボ',
    ma: 'マ',
    mi: 'ミ',
    mu: 'ム',
    me: 'メ',
    mo: 'モ',
    ra: 'ラ',
    ri: 'リ',
    ru: 'ル',
    re: 'レ',
    ro: 'ロ',
  },
  ...{
    ha: 'ハ',
    hi: 'ヒ',
    hu: 'フ',
    he: 'ヘ',
    ho: 'ホ',
    va: 'ヴァ',
    vi: 'ヴィ',
    vu: 'ヴ',
    ve: 'ヴェ',
    vo: 'ヴォ',
    ya: 'ヤ',
    yu: 'ユ',
    yo: 'ヨ',
  },
};

/** Every word by a table of letters, with a capital. */
export const cased = (text: string, table: Record<string, string>): string =>
  text.replace(/\p{L}+/gu, (word) => {
    const changed = [...word.toLowerCase()].map((letter) => table[letter] ?? letter).join('');
    return changed.charAt(0).toUpperCase() + changed.slice(1);
  });

/** A Kazakh word as a Japanese clerk hears it: every consonant gets a vowel. */
export function kana(word: string): string {
  const heard: Record<string, string> = {
    ...PASSPORT,
    ж: 'j',
    ғ: 'g',
    х: 'h',
    ш: 's',
    ы: 'u',
    й: 'i',
    л: 'r',
  };
  const latin = [...word.toLowerCase()]
    .map((letter) => heard[letter] ?? letter)
    .join('')
    .replace(/l/g, 'r');
  return latin.replace(/([bcdfghjkmnprstvz]?)([aiueo]?)/g, (sound, consonant: string, vowel: string) => {
    if (sound === '') return '';
    if (consonant === 'n' && vowel === '') return 'ン';
    const asked = vowel || (consonant === 't' || consonant === 'd' ? 'o' : 'u');
    return kanaOf[`${consonant}${asked}`] ?? '';
  });
}
