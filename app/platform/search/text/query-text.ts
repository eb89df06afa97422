import { foldText, type Token, tokensOf } from './fold-text';
import { bigramsOf, partsOfRun, withoutOkurigana } from './japanese';
import { KAZAKH_STOP_WORDS, kazakhStem } from './kazakh-stem';
import { russianForms } from './russian-forms';

/** Nobody asks with more; the rest of a longer query is left out. */
export const LONGEST_QUERY = 200;
const MOST_WORDS = 12;
const MOST_NAMES = 40;

/** Shorter stems would find half of the language as beginnings. */
const SHORTEST_BEGINNING = 4;

/** How strictly the words are asked for; the next one is tried when the one before finds nothing. */
export const STRICTNESS = ['all', 'beginnings', 'any'] as const;
export type Strictness = (typeof STRICTNESS)[number];

/** The query in the forms that the index is asked with; empty texts ask for nothing. */
export type QueryText = {
  /** For to_tsquery('russian' | 'english'): letters, digits and operators of ours alone. */
  stemmed: string;
  /** Ready tsquery for Kazakh texts. */
  kazakh: string;
  /** Ready tsquery of bigrams, for texts of every language. */
  japanese: string;
  /** The same three for the names of techniques and terms that the query means. */
  names: { stemmed: string; kazakh: string; japanese: string };
  /** The whole query and each of those names folded, for titles that are exactly one of them or begin with it. */
  folded: string[];
};

const quoted = (word: string): string => `'${word}'`;
const join = (parts: readonly string[], operator: string): string =>
  parts.filter(Boolean).join(` ${operator} `);
const grouped = (parts: readonly string[], operator: string): string =>
  parts.length > 1 ? `(${join(parts, operator)})` : (parts[0] ?? '');

/** A run of kanji and kana stands as it is written, with okurigana or without. */
function japanesePhrase(run: string): string {
  const forms = [...new Set([run, withoutOkurigana(run)])].filter(Boolean);
  const phrases = forms.map((form) => {
    const bigrams = bigramsOf(form);
    return [...form].length === 1 ? `${quoted(form)}:*` : grouped(bigrams.map(quoted), '<->');
  });
  return grouped(phrases, '|');
}

function kazakhWord(word: string): string {
  const stem = kazakhStem(word);
  const forms = [word.length < SHORTEST_BEGINNING - 1 ? quoted(word) : `${quoted(word)}:*`];
  if (stem !== word) forms.push(stem.length >= SHORTEST_BEGINNING ? `${quoted(stem)}:*` : quoted(stem));
  return grouped(forms, '|');
}

function stemmedWord(word: string, strictness: Strictness): string {
  const forms = russianForms(word);
  const isShort = word.length < SHORTEST_BEGINNING - 1;
  return grouped(strictness === 'all' || isShort ? forms : [...forms, `${word}:*`], '|');
}

/** A name stands with its words side by side, or written as one word. */
export function nameForms(name: string): { words: string[]; runs: string[] } {
  const tokens = tokensOf(name);
  return {
    words: tokens.filter(({ isJapanese }) => !isJapanese).map(({ word }) => word),
    runs: tokens.filter(({ isJapanese }) => isJapanese).map(({ word }) => word),
  };
}

function namesQuery(names: readonly string[]): QueryText['names'] {
  const forms = names.slice(0, MOST_NAMES).map(nameForms);
  const words = forms.filter((form) => form.words.length > 0).map((form) => form.words);
  const solid = (parts: readonly string[]) => (parts.length > 1 ? [parts.join('')] : []);
  const spelled = (write: (word: string) => string) =>
    join(
      [...new Set(words.flatMap((parts) => [grouped(parts.map(write), '<->'), ...solid(parts).map(write)]))],
      '|',
    );
  return {
    stemmed: spelled((word) => word),
    kazakh: spelled(quoted),
    japanese: join([...new Set(forms.flatMap(({ runs }) => runs.map(japanesePhrase)))], '|'),
  };
}

const isOf =
  (japanese: boolean) =>
  (token: Token): boolean =>
    token.isJapanese === japanese;

/** Reads what somebody typed. `names`: spellings of the techniques and terms that it means. */
export function queryText(query: string, names: readonly string[], strictness: Strictness): QueryText {
  const tokens = tokensOf(query.slice(0, LONGEST_QUERY)).slice(0, MOST_WORDS);
  const words = tokens.filter(isOf(false)).map(({ word }) => word);
  const runs = tokens.filter(isOf(true)).flatMap(({ word }) => partsOfRun(word));
  const operator = strictness === 'any' ? '|' : '&';
  const kazakh = words.filter((word) => !KAZAKH_STOP_WORDS.has(word));
  return {
    stemmed: join(
      words.map((word) => stemmedWord(word, strictness)),
      operator,
    ),
    kazakh: join(kazakh.map(kazakhWord), operator),
    japanese: join(runs.map(japanesePhrase), operator),
    names: namesQuery(names),
    folded: [query.slice(0, LONGEST_QUERY), ...names.slice(0, MOST_NAMES)].map(foldText).filter(Boolean),
  };
}
