/** Particles that stand between two nouns as okurigana would, and must not be taken for it. */
const PARTICLES = new Set([
  'の',
  'を',
  'は',
  'が',
  'に',
  'と',
  'で',
  'へ',
  'も',
  'や',
  'から',
  'まで',
  'より',
  'には',
  'では',
  'とは',
]);

const OKURIGANA = /(?<=\p{Script=Han})[ぁ-ゖ]{1,2}(?=\p{Script=Han}|$)/gu;

/** A folded run without okurigana inside and behind: 受け身 is 受身, 大外刈り is 大外刈. */
export const withoutOkurigana = (run: string): string =>
  run.replace(OKURIGANA, (kana) => (PARTICLES.has(kana) ? kana : ''));

/** The parts of a query's run between particles: 受け身の指導 asks for 受け身 and for 指導. */
export const partsOfRun = (run: string): string[] =>
  run
    .split(
      /(?<=[\p{Script=Han}ー])(?:から|まで|より|には|では|とは|[のをはがにとでへもや])(?=[\p{Script=Han}])/gu,
    )
    .filter((part) => part !== '');

/** Two neighbouring signs each, as the index holds them; a single sign stays alone. */
export function bigramsOf(run: string): string[] {
  const signs = [...run];
  if (signs.length < 2) return signs;
  return signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);
}

/** Bigrams of a text's run, and its last sign alone, so that a query of one sign finds it wherever it stands. */
export const indexedBigrams = (run: string): string[] => {
  const bigrams = bigramsOf(run);
  const last = [...run].at(-1);
  return bigrams.length > 0 && last && [...run].length > 1 ? [...bigrams, last] : bigrams;
};
