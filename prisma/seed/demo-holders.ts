const RU_ONES = [
  '',
  'Первый',
  'Второй',
  'Третий',
  'Четвёртый',
  'Пятый',
  'Шестой',
  'Седьмой',
  'Восьмой',
  'Девятый',
];
const EN_ONES = ['', 'First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth'];
const RU_TEENS = [
  'Десятый',
  'Одиннадцатый',
  'Двенадцатый',
  'Тринадцатый',
  'Четырнадцатый',
  'Пятнадцатый',
  'Шестнадцатый',
  'Семнадцатый',
  'Восемнадцатый',
  'Девятнадцатый',
];
const EN_TEENS = [
  'Tenth',
  'Eleventh',
  'Twelfth',
  'Thirteenth',
  'Fourteenth',
  'Fifteenth',
  'Sixteenth',
  'Seventeenth',
  'Eighteenth',
  'Nineteenth',
];
const RU_TENS = ['', '', 'Двадцать', 'Тридцать', 'Сорок', 'Пятьдесят'];
const RU_ROUND = ['', '', 'Двадцатый', 'Тридцатый', 'Сороковой', 'Пятидесятый'];
const EN_TENS = ['', '', 'Twenty', 'Thirty', 'Forty', 'Fifty'];
const EN_ROUND = ['', '', 'Twentieth', 'Thirtieth', 'Fortieth', 'Fiftieth'];

/** Names of nobody, so that nobody real stands in the demo: «Держатель Двадцать Первый», 'Holder Twenty-First'. 1–59. */
export function ordinal(number: number): { ru: string; en: string } {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (tens === 0) return { ru: RU_ONES[ones] ?? '', en: EN_ONES[ones] ?? '' };
  if (tens === 1) return { ru: RU_TEENS[ones] ?? '', en: EN_TEENS[ones] ?? '' };
  if (ones === 0) return { ru: RU_ROUND[tens] ?? '', en: EN_ROUND[tens] ?? '' };
  return {
    ru: `${RU_TENS[tens] ?? ''} ${RU_ONES[ones] ?? ''}`,
    en: `${EN_TENS[tens] ?? ''}-${EN_ONES[ones] ?? ''}`,
  };
}

/** What happened to a holder of the demo; all times in days before today. */
export type HolderStory = {
  /** When the two mandatory courses were completed, and when the second was completed again. */
  studied: number;
  studiedAgain?: number;
  applied: number;
  /** Unset: the practical examination has not been held. */
  practical?: number;
  /** Unset: nobody has decided yet. */
  decided?: { daysAgo: number; as: 'awarded' | 'refused' | 'returned' };
  coach?: { applied: number; practical: number; proposed: number; confirmed?: number };
  /** When the renewal was asked for; it waits to be decided. */
  renewal?: number;
  suspended?: number;
  lifted?: number;
  revoked?: number;
};

const awarded = (daysAgo: number, more: Partial<HolderStory> = {}): HolderStory => ({
  studied: daysAgo + 30,
  practical: daysAgo + 14,
  applied: daysAgo + 7,
  decided: { daysAgo, as: 'awarded' },
  ...more,
});

const many = (count: number, story: (index: number) => HolderStory): HolderStory[] =>
  Array.from({ length: count }, (_, index) => story(index));

/** In force · soon expiring, one of them waits for its renewal · a course run out · in grace · expired · suspended · lifted · revoked · coaches · waiting. */
export const HOLDER_STORIES: readonly HolderStory[] = [
  ...many(16, (index) => awarded(20 + index * 31)),
  awarded(660, { studiedAgain: 40, renewal: 6 }),
  ...many(5, (index) => awarded(671 + index * 11, { studiedAgain: 41 + index })),
  ...many(4, (index) => awarded(705 + index * 5)),
  ...many(4, (index) => awarded(760 + index * 25, { studiedAgain: 200 })),
  ...many(2, (index) => awarded(1_000 + index * 60)),
  awarded(240, { suspended: 31 }),
  awarded(310, { suspended: 9 }),
  awarded(420, { suspended: 300, lifted: 210 }),
  awarded(365, { revoked: 62 }),
  awarded(510, { revoked: 5 }),
  awarded(480, { coach: { practical: 130, applied: 125, proposed: 118, confirmed: 115 } }),
  awarded(440, { coach: { practical: 75, applied: 70, proposed: 66, confirmed: 64 } }),
  awarded(400, { coach: { practical: 12, applied: 8, proposed: 2 } }),
  { studied: 50, practical: 9, applied: 6 },
  { studied: 44, practical: 8, applied: 3 },
  { studied: 30, applied: 2 },
  { studied: 61, practical: 33, applied: 30, decided: { daysAgo: 22, as: 'refused' } },
  { studied: 58, practical: 21, applied: 19, decided: { daysAgo: 12, as: 'returned' } },
];
