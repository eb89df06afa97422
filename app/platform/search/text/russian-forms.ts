/** Endings of nouns whose last vowel comes and goes: бросок, броска, броски; тренировка, тренировок. */
const OF_K = '(?:а|у|ом|ой|е|и|ов|ам|ами|ах)';
const OF_TS = '(?:а|у|ем|ом|е|ы|ев|ов|ам|ами|ах)';

const C = '[бвгджзклмнпрстфхцчшщ]';
const V = '[аеёиоуыэюя]';

/** A form of a word, and forms of the same word that stand on the other side of the vowel. */
const CHANGES: readonly (readonly [RegExp, readonly string[]])[] = [
  [new RegExp(`^(.+${C})[оеё]к$`), ['$1ка', '$1ька']],
  [new RegExp(`^(.*${V})ек$`), ['$1йка']],
  [new RegExp(`^(.*${V})ец$`), ['$1йца']],
  [/^(.+л)ец$/, ['$1ьца', '$1ца']],
  [new RegExp(`^(.+${C})ец$`), ['$1ца']],
  [new RegExp(`^(.+${C})ьк${OF_K}$`), ['$1ек', '$1ёк']],
  [new RegExp(`^(.*${V})йк${OF_K}$`), ['$1ек']],
  [new RegExp(`^(.+${C})к${OF_K}$`), ['$1ок', '$1ек']],
  [new RegExp(`^(.*${V})йц${OF_TS}$`), ['$1ец']],
  [new RegExp(`^(.+л)ьц${OF_TS}$`), ['$1ец']],
  [new RegExp(`^(.+${C})ц${OF_TS}$`), ['$1ец']],
];

/**
 * The word, and the forms that a stemmer cannot bring together with it: it cuts endings, and leaves бросок and броск-
 * two words. A form that no word has finds nothing and does no harm.
 */
export function russianForms(word: string): string[] {
  const others = CHANGES.flatMap(([form, made]) =>
    form.test(word) ? made.map((one) => word.replace(form, one)) : [],
  );
  return [...new Set([word, ...others])];
}
