import { langsByNearness } from '~/i18n/content';
import type { Ctx } from '../context';
import type { DocumentQuery } from './find-documents.server';
import type { Question } from './matches.server';
import type { Meaning } from './ports';
import { readKey } from './search-key';
import { foldText } from './text/fold-text';
import { LONGEST_QUERY, queryText, STRICTNESS } from './text/query-text';

/** The day of the country whose coaches study. */
const ZONE = 'Asia/Almaty';

const NOTHING: Meaning = { names: [], techniqueIds: [], termIds: [] };

type Reading = Pick<Question, 'text' | 'strictness' | 'techniqueIds' | 'termIds'>;

/** One way to read a query. `asked` and `names`: the words and the whole names that are marked in what it finds. */
type Attempt = {
  question: Reading;
  asked: string;
  names: readonly string[];
  /** Texts with one of several words would do: too little for a list that is filtered by words. */
  isLoose: boolean;
};

/** What stays the same in every attempt, and the attempts from the strictest reading to the loosest. */
export type ReadQuery = { common: Omit<Question, keyof Reading>; attempts: Attempt[]; folded: string };

/** Reads what somebody asks for; the first attempt that finds anything is the answer. */
export async function readQuery(ctx: Ctx, query: DocumentQuery & { take: number }): Promise<ReadQuery> {
  const words = query.q.slice(0, LONGEST_QUERY);
  const folded = foldText(words);
  const { techniqueIds = [], termIds = [] } = query;
  const common = {
    ...{ kind: query.kind ?? null, textLang: query.textLang ?? null, take: query.take },
    langs: langsByNearness(ctx.lang),
    audiences: await ctx.ports.searchAudiences(ctx),
    today: ctx.clock.today(ZONE),
    after: readKey(query.after),
  };
  const attempt = (asked: string, strictness: Reading['strictness'], meaning: Meaning): Attempt => ({
    asked,
    names: meaning.names,
    isLoose: strictness === 'any' && asked !== '',
    question: {
      strictness,
      text: queryText(asked, meaning.names, strictness),
      techniqueIds: [...techniqueIds, ...meaning.techniqueIds],
      termIds: [...termIds, ...meaning.termIds],
    },
  });
  if (folded === '') {
    const isNarrowed = techniqueIds.length + termIds.length > 0;
    return { common, folded, attempts: isNarrowed ? [attempt('', 'all', NOTHING)] : [] };
  }
  const { sure, near } = await ctx.ports.meaningOf(ctx, words);
  const byWords = STRICTNESS.map((strictness) => attempt(words, strictness, sure));
  const mayMean = near.names.length > 0 ? [attempt('', 'any', near)] : [];
  return { common, folded, attempts: [...byWords, ...mayMean] };
}
