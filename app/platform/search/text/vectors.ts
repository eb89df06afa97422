import type { Lang } from '~/i18n/locales';
import { foldText, tokensOf } from './fold-text';
import { indexedBigrams, withoutOkurigana } from './japanese';
import { kazakhStem } from './kazakh-stem';

/** A: title, B: what everybody may read, C: what only some may read. */
export type Weight = 'A' | 'B' | 'C';
export type WeighedText = { weight: Weight; text: string };

/** PostgreSQL knows no position beyond this one. */
const LAST_POSITION = 16_383;

/** Between two texts, so that no phrase reaches from one into the next. */
const GAP = 20;

/** The stemmer of each language; what it must not see (kanji, Kazakh endings) comes ready made. */
export const CONFIGURATION: Record<Lang, 'russian' | 'english' | 'simple'> = {
  ru: 'russian',
  en: 'english',
  ja: 'english',
  kk: 'simple',
};

/** Words for to_tsvector: letters and digits alone, so that its parser finds nothing to interpret. */
export const stemmableWords = (text: string): string =>
  foldText(
    tokensOf(text)
      .filter(({ isJapanese }) => !isJapanese)
      .map(({ word }) => word)
      .join(' '),
  );

type Place = { lexeme: string; position: number; weight: Weight };

/** A run twice: as written, and without okurigana when that differs. */
function japaneseLexemes(run: string): string[] {
  const bare = withoutOkurigana(run);
  return indexedBigrams(run).concat(bare === run ? [] : indexedBigrams(bare));
}

/** A tsvector's text form. Lexemes hold letters and digits only, so nothing needs escaping. */
const written = (places: readonly Place[]): string =>
  places
    .map(({ lexeme, position, weight }) => `'${lexeme}':${Math.min(position, LAST_POSITION)}${weight}`)
    .join(' ');

function placesOf(
  { text, weight }: WeighedText,
  lang: Lang,
  from: number,
): { places: Place[]; next: number } {
  const places: Place[] = [];
  let position = from;
  const put = (lexeme: string) => {
    places.push({ lexeme, position, weight });
    position += 1;
  };
  for (const { word, isJapanese } of tokensOf(text)) {
    if (isJapanese) for (const bigram of japaneseLexemes(word)) put(bigram);
    else if (lang === 'kk') {
      const stem = kazakhStem(word);
      if (stem !== word) places.push({ lexeme: stem, position, weight });
      put(word);
    }
  }
  return { places, next: position + GAP };
}

/** The part of the vector that PostgreSQL's stemmers have no part in: Japanese everywhere, and Kazakh words. */
export function readyVector(texts: readonly WeighedText[], lang: Lang): string {
  const all: Place[] = [];
  let from = 1;
  for (const text of texts) {
    const { places, next } = placesOf(text, lang, from);
    all.push(...places);
    from = next;
  }
  return written(all);
}
