import { kanaToLatin } from '~/platform/folding/kana';

/** How one technique is written, as the file of the Kodokan's list has it. */
export type Listed = {
  id: string;
  kanji: string;
  kana_segmented: string;
  romaji: string;
  cyrillic: { polivanov: string; common: string };
};

export type Case = { query: string; expect: string; kind: string };

const KUNREI: readonly (readonly [RegExp, string])[] = [
  [/sh([aueo])/g, 'sy$1'],
  [/shi/g, 'si'],
  [/ch([aueo])/g, 'ty$1'],
  [/chi/g, 'ti'],
  [/tsu/g, 'tu'],
  [/j([aueo])/g, 'zy$1'],
  [/ji/g, 'zi'],
  [/fu/g, 'hu'],
];

const replaced = (text: string, table: readonly (readonly [RegExp, string])[]): string =>
  table.reduce((sofar, [pattern, other]) => sofar.replace(pattern, other), text);

const toKatakana = (text: string): string =>
  text.replace(/[ぁ-ゖ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0x60));

const spaced = (text: string): string => text.replaceAll('-', ' ');
const solid = (text: string): string => text.replaceAll('-', '');
const lower = (text: string): string => text.toLowerCase();

/** The first words solid, the last apart, and the other way round. */
const halfSolid = (text: string): string[] => {
  const words = text.split('-');
  if (words.length < 3) return [];
  return [
    `${words.slice(0, -1).join('')} ${words.at(-1)}`,
    `${words[0]} ${words.slice(1).join('')}`,
    `${words.slice(0, -1).join('')}-${words.at(-1)}`,
  ];
};

const forms = (text: string): string[] => [text, spaced(text), solid(text), ...halfSolid(text)];

export function romaji({ romaji: name, kana_segmented: kana }: Listed): string[] {
  const hepburn = kanaToLatin(kana);
  const macrons = replaced(hepburn, [
    [/oo|ou/g, 'ō'],
    [/uu/g, 'ū'],
  ]);
  return [
    ...forms(lower(name)),
    name.toUpperCase(),
    ...forms(hepburn),
    ...forms(macrons),
    ...forms(replaced(hepburn, KUNREI)),
    ...forms(replaced(lower(name), KUNREI)),
    replaced(lower(name), [[/j/g, 'dj']]),
    replaced(lower(name), [[/ju/g, 'jyu']]),
  ];
}

export function kana({ kana_segmented: name }: Listed): string[] {
  const whole = solid(name);
  return [whole, toKatakana(whole), spaced(name), `${whole}　`, toKatakana(name.replaceAll('-', '・'))];
}

const OKURIGANA: Readonly<Record<string, readonly string[]>> = {
  ...{
    投: ['投げ'],
    落: ['落とし', '落し'],
    掬: ['掬い'],
    浮: ['浮き'],
    取: ['取り'],
    返: ['返し'],
    刈: ['刈り'],
  },
  ...{ 倒: ['倒し'], 釣: ['釣り'], 込: ['込み'], 払: ['払い'], 跳: ['跳ね'], 移: ['移り'], 後: ['後ろ'] },
  ...{
    支: ['支え'],
    送: ['送り'],
    掛: ['掛け'],
    引: ['引き'],
    巻: ['巻き'],
    分: ['分かれ', '分れ'],
    抱: ['抱き'],
  },
  ...{
    挟: ['挟み', 'ばさみ'],
    固: ['固め'],
    崩: ['崩れ'],
    絞: ['絞め', '締め', '締'],
    緘: ['緘み', 'がらみ'],
    挫: ['挫ぎ', 'ひしぎ'],
  },
  ...{ 突: ['突っ'], 背負: ['背負い'], 膝: ['ひざ'], 巴: ['ともえ'], 燕: ['つばめ'], 腋: ['脇'], 体: ['體'] },
};

/** Each character with its kana alone, all of them, and the last one. */
export function kanji({ kanji: name }: Listed): string[] {
  const pieces = Object.keys(OKURIGANA).filter((piece) => name.includes(piece));
  const one = pieces.flatMap((piece) => (OKURIGANA[piece] ?? []).map((other) => name.replace(piece, other)));
  const all = pieces.reduce((sofar, piece) => sofar.replaceAll(piece, OKURIGANA[piece]?.[0] ?? piece), name);
  return [name, ...one, all, [...name].join(' ')];
}

const HEARD: readonly (readonly [RegExp, string])[][] = [
  [[/э/g, 'е']],
  [[/е/g, 'э']],
  [[/си/g, 'ши']],
  [[/ши/g, 'си']],
  [[/ти/g, 'чи']],
  [[/дз|дж/g, 'з']],
  [[/дз|дж|з/g, 'дж']],
  [[/ё/g, 'йо']],
  [[/йо/g, 'ё']],
  [[/й/g, 'и']],
  [[/ш/g, 'щ']],
];

export function cyrillic({ cyrillic: names }: Listed): string[] {
  return [names.polivanov, names.common].flatMap((name) => [
    ...forms(lower(name)),
    name,
    ...HEARD.flatMap((table) => forms(replaced(lower(name), table))),
  ]);
}

const KAZAKH: readonly (readonly [RegExp, string])[][] = [
  [[/к/g, 'қ']],
  [[/г/g, 'ғ']],
  [[/у/g, 'ұ']],
  [[/у/g, 'ү']],
  [[/о/g, 'ө']],
  [[/и/g, 'і']],
  [[/а/g, 'ә']],
  [[/х/g, 'һ']],
  [[/дж|дз/g, 'ж']],
  [
    [/к/g, 'қ'],
    [/г/g, 'ғ'],
    [/и/g, 'і'],
    [/э/g, 'е'],
  ],
];

export const kazakh = ({ cyrillic: names }: Listed): string[] =>
  [names.polivanov, names.common].flatMap((name) =>
    KAZAKH.flatMap((table) => [replaced(lower(name), table), spaced(replaced(lower(name), table))]),
  );

const PAIRS: readonly (readonly [string, string])[] = [
  ['harai', 'barai'],
  ['goshi', 'koshi'],
  ['gatame', 'katame'],
  ['gari', 'kari'],
  ['guruma', 'kuruma'],
  ['jime', 'shime'],
  ['gake', 'kake'],
  ['gaeshi', 'kaeshi'],
  ['garami', 'karami'],
  ['basami', 'hasami'],
  ['харай', 'барай'],
  ['гоши', 'коши'],
  ['госи', 'коси'],
  ['гатаме', 'катаме'],
  ['гатамэ', 'катамэ'],
  ['гари', 'кари'],
  ['джиме', 'шиме'],
  ['гаэши', 'каэши'],
  ['гаке', 'каке'],
];

export const rendaku = ({ romaji: latin, cyrillic: { polivanov, common } }: Listed): string[] =>
  [latin, polivanov, common]
    .map(lower)
    .flatMap((name) =>
      PAIRS.filter(([from]) => name.includes(from)).flatMap(([from, to]) => forms(name.replace(from, to))),
    );
