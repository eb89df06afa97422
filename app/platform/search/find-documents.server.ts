import type { PickedText } from '~/i18n/content';
import type { Lang } from '~/i18n/locales';
import type { Ctx } from '../context';
import { listMatches, listThingIds, type Matches, type MatchRow, MOST_RANKED } from './matches.server';
import { listProposals, type Proposal } from './proposals.server';
import { readQuery } from './read-query.server';
import { writeKey } from './search-key';
import { tokensOf } from './text/fold-text';
import { partsOfRun } from './text/japanese';
import { kazakhStem } from './text/kazakh-stem';
import { nameForms, type Strictness } from './text/query-text';
import { type Piece, snippetOf, type Wanted } from './text/snippet';
import type { DocumentKind } from './types';

export type DocumentQuery = {
  q: string;
  /** Documents that deal with these are found, whatever the words. */
  techniqueIds?: readonly string[];
  termIds?: readonly string[];
  kind?: DocumentKind | null;
  /** Only texts of this language. */
  textLang?: Lang | null;
  after?: string | null;
};

export type DocumentHit = {
  kind: DocumentKind;
  /** The id of the thing in its domain. */
  id: string;
  /** Address without language. */
  path: string;
  /** In the reader's language where there is one. */
  title: PickedText;
  titlePieces: Piece[];
  /** The course of a lesson, the recording of a chapter or caption. */
  within: PickedText | null;
  snippet: { pieces: Piece[]; lang: Lang; isMachine: boolean } | null;
  seconds: number | null;
  techniqueIds: string[];
};

export type FoundDocuments = {
  hits: DocumentHit[];
  /** Things found, by kind, whatever `kind` was asked for. */
  kinds: Partial<Record<DocumentKind, number>>;
  /** Things found, by the language of the text that was met. */
  langs: Partial<Record<Lang, number>>;
  /** More than could be counted were met. */
  isCapped: boolean;
  /** How strictly they were asked for: 'any' when no text has all words. */
  strictness: Strictness;
  next: string | null;
  /** Titles that look like the query, when nothing was found. */
  proposals: Proposal[];
};

const PAGE = 20;

const NONE: FoundDocuments = {
  ...{ hits: [], kinds: {}, langs: {}, isCapped: false, strictness: 'all', next: null, proposals: [] },
};

/** What the actor may know of that meets the words, best first, one page after `after`. README.md: how it is ranked. */
export async function findDocuments(ctx: Ctx, query: DocumentQuery): Promise<FoundDocuments> {
  const { common, attempts, folded } = await readQuery(ctx, { ...query, take: PAGE + 1 });
  for (const { question, asked, names } of attempts) {
    const matches = await listMatches(ctx.db, { ...common, ...question });
    if (sum(matches.kinds) > 0)
      return found(ctx, wantedIn(asked, lexemesIn(matches.asked), names), question.strictness, matches);
  }
  if (folded === '') return NONE;
  return { ...NONE, proposals: await listProposals(ctx, folded, common.today) };
}

/** Ids of everything of one kind that meets all of the words, best first, at most `take`. */
export async function findThingIds(
  ctx: Ctx,
  query: { q: string; kind: DocumentKind; take: number },
): Promise<string[]> {
  const { common, attempts } = await readQuery(ctx, query);
  for (const { question } of attempts.filter(({ isLoose }) => !isLoose)) {
    const ids = await listThingIds(ctx.db, { ...common, ...question });
    if (ids.length > 0) return ids;
  }
  return [];
}

const sum = (counts: Partial<Record<string, number>>): number =>
  Object.values(counts).reduce<number>((total, count) => total + (count ?? 0), 0);

function found(ctx: Ctx, wanted: Wanted, strictness: Strictness, matches: Matches): FoundDocuments {
  const rows = matches.rows.slice(0, PAGE);
  const last = rows.at(-1);
  return {
    hits: rows.map((row) => toHit(row, wanted, ctx.lang)),
    kinds: matches.kinds,
    langs: matches.langs,
    isCapped: Object.values(matches.kinds).some((count) => (count ?? 0) >= MOST_RANKED),
    strictness,
    next: matches.rows.length > PAGE && last ? writeKey(last) : null,
    proposals: [],
  };
}

/** The lexemes of a tsquery's text form. */
const lexemesIn = (asked: string): string[] =>
  [...asked.matchAll(/'([^']+)'/g)].map(([, lexeme = '']) => lexeme);

/** What to mark: PostgreSQL's stems, Kazakh stems, Japanese as typed, and names as wholes. */
function wantedIn(text: string, stems: readonly string[], names: readonly string[]): Wanted {
  const tokens = tokensOf(text);
  const forms = names.map(nameForms);
  const words = tokens.filter(({ isJapanese }) => !isJapanese).map(({ word }) => word);
  return {
    stems: [
      ...new Set([...stems.filter((stem) => stem.length > 1), ...words.map(kazakhStem), ...words]),
    ].filter((stem) => stem.length > 1),
    runs: [
      ...new Set([
        ...tokens.filter(({ isJapanese }) => isJapanese).flatMap(({ word }) => partsOfRun(word)),
        ...forms.flatMap(({ runs }) => runs),
      ]),
    ],
    names: forms.map(({ words }) => words).filter((words) => words.length > 0),
  };
}

const picked = (text: string, lang: Lang, wanted: Lang): PickedText => ({
  text,
  lang,
  isFallback: lang !== wanted,
  isMachine: false,
});

function toHit(row: MatchRow, wanted: Wanted, lang: Lang): DocumentHit {
  const { kind, thingId, path, seconds, techniqueIds, titleLang } = row;
  return {
    ...{ kind, id: thingId, path, seconds, techniqueIds },
    title: picked(row.title, titleLang, lang),
    titlePieces: snippetOf(row.title, wanted),
    within:
      row.within !== null && row.withinLang !== null && kind !== 'caption'
        ? picked(row.within, row.withinLang, lang)
        : null,
    snippet:
      row.text === ''
        ? null
        : { pieces: snippetOf(row.text, wanted), lang: row.lang, isMachine: row.isMachine },
  };
}
