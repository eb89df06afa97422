import { type Token, tokensOf } from './fold-text';
import { withoutOkurigana } from './japanese';
import { kazakhStem } from './kazakh-stem';

/** A piece of a text as it is shown; `isHit` pieces are what was asked for. Plain text: whoever shows it escapes it. */
export type Piece = { text: string; isHit: boolean };

export type Wanted = {
  /** Stems of PostgreSQL and folded words as typed. */
  stems: readonly string[];
  /** Folded runs of kanji and kana. */
  runs: readonly string[];
  /** Names as folded words that must stand side by side: «учи» of «учи-мата» alone is another word. */
  names?: readonly (readonly string[])[];
};

/** Signs before and after the first hit, and of the whole snippet. */
const BEFORE = 60;
const LENGTH = 240;

/** An ending is at most so long: мат is no stem of материал. */
const LONGEST_ENDING = 4;

type Span = { from: number; to: number };

const endsLikeAForm = (word: string, stem: string): boolean =>
  word.startsWith(stem) && word.length - stem.length <= (stem.length < 4 ? 2 : LONGEST_ENDING);

/** English stems end in i where words end in y. */
const isFormOf = (word: string, stem: string): boolean =>
  endsLikeAForm(word, stem) || (stem.endsWith('i') && endsLikeAForm(word, stem.replace(/i$/, 'y')));

function japaneseSpans(run: string, from: number, written: string, runs: readonly string[]): Span[] {
  // Folding keeps the number of signs of kanji and kana, so places in the folded run are places in the text.
  if (run.length !== written.length)
    return runs.some((wanted) => run.includes(wanted)) ? [{ from, to: from + written.length }] : [];
  return runs.flatMap((wanted): Span[] => {
    const at = run.indexOf(wanted);
    if (at >= 0) return [{ from: from + at, to: from + at + wanted.length }];
    const bare = withoutOkurigana(run).includes(withoutOkurigana(wanted));
    return bare ? looseSpan(run, withoutOkurigana(wanted), from) : [];
  });
}

/** Where the signs of a word without okurigana begin and end in a run that has it. */
function looseSpan(run: string, wanted: string, from: number): Span[] {
  const pattern = [...wanted].map((sign) => sign.replace(/[^\p{L}\p{N}ー]/gu, '')).join('[ぁ-ゖ]{0,2}');
  const match = new RegExp(pattern, 'u').exec(run);
  return match ? [{ from: from + match.index, to: from + match.index + match[0].length }] : [];
}

/** The last word of a name may be declined: «учи-мату». */
function isNameWord(word: string, part: string, isLast: boolean): boolean {
  return word === part || (isLast && part.length > 3 && isFormOf(word, part.slice(0, -1)));
}

function nameSpans(tokens: readonly Token[], names: Wanted['names'] = []): Span[] {
  return tokens.flatMap(({ from }, at) =>
    names.flatMap((name): Span[] => {
      const last = tokens[at + name.length - 1];
      const stands = name.every((part, index) =>
        isNameWord(tokens[at + index]?.word ?? '', part, index === name.length - 1),
      );
      return last && stands ? [{ from, to: last.to }] : [];
    }),
  );
}

/** Where the wanted words stand in a text, in order and without overlap. */
export function spansOf(text: string, { stems, runs, names }: Wanted): Span[] {
  const tokens = tokensOf(text);
  const words = tokens.flatMap(({ word, isJapanese, from, to }): Span[] => {
    if (isJapanese) return japaneseSpans(word, from, text.slice(from, to), runs);
    const stem = kazakhStem(word);
    return stems.some((wanted) => isFormOf(word, wanted) || (stem.length > 2 && stem === wanted))
      ? [{ from, to }]
      : [];
  });
  const ordered = [...words, ...nameSpans(tokens, names)].sort((a, b) => a.from - b.from || b.to - a.to);
  return ordered.filter((span, index) => index === 0 || span.from >= (ordered[index - 1]?.to ?? 0));
}

/** The beginning of the piece of text that holds the first hit, moved to where a word begins. */
function startOf(text: string, first: number): number {
  if (first <= BEFORE) return 0;
  const start = first - BEFORE;
  const space = text.slice(start, first).search(/[\s、。]/);
  return space < 0 ? start : start + space + 1;
}

function endOf(text: string, start: number): number {
  if (text.length <= start + LENGTH) return text.length;
  const space = text.slice(start, start + LENGTH).search(/[\s、。][^\s、。]*$/);
  return space > LENGTH / 2 ? start + space : start + LENGTH;
}

/** The passage around the first hit, cut into pieces. Without a hit: the beginning of the text. */
export function snippetOf(text: string, wanted: Wanted): Piece[] {
  const spans = spansOf(text, wanted);
  const start = startOf(text, spans[0]?.from ?? 0);
  const end = endOf(text, start);
  const pieces: Piece[] = [];
  let at = start;
  const put = (piece: string, isHit: boolean) => {
    if (piece !== '') pieces.push({ text: piece, isHit });
  };
  for (const span of spans.filter(({ from, to }) => from >= start && to <= end)) {
    put(text.slice(at, span.from), false);
    put(text.slice(span.from, span.to), true);
    at = span.to;
  }
  put(text.slice(at, end), false);
  if (start > 0 && pieces.length > 0) pieces.unshift({ text: '… ', isHit: false });
  if (end < text.length) pieces.push({ text: ' …', isHit: false });
  return pieces;
}
