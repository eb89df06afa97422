import { pickText } from '~/i18n/content';
import { formatters } from '~/i18n/format';
import type { Ctx } from '~/platform/context';
import { loadTerms, type StoredTerm } from './data/terms.server';
import { type ListTermsInput, TERM_CATEGORIES } from './inputs';
import { matchNames } from './rules/match-names';

export type TermList = {
  /** In the order of the reader's language; with a search, best first. */
  terms: StoredTerm[];
  /** Of the whole glossary, in the order of the categories. */
  counts: { category: StoredTerm['category']; count: number }[];
  total: number;
};

/** Kanji are sorted by their reading, all others by their letters. */
function sortKey({ name, reading }: StoredTerm, lang: Ctx['lang']): string {
  return lang === 'ja' ? reading : pickText(name, lang).text;
}

/** The terms that fit the filter, all at once: the glossary has some hundreds. */
export async function listTerms(ctx: Ctx, { q, category }: ListTermsInput): Promise<TermList> {
  const { index, terms: byId } = await loadTerms(ctx);
  const all = [...byId.values()];
  const { compare } = formatters(ctx.lang);
  const wanted =
    q.trim() === ''
      ? [...all].sort((a, b) => compare(sortKey(a, ctx.lang), sortKey(b, ctx.lang)))
      : matchNames(index, q, ctx.lang).flatMap(({ entry }) => byId.get(entry.id) ?? []);
  return {
    terms: wanted.filter((term) => !category || term.category === category),
    counts: TERM_CATEGORIES.map((name) => ({
      category: name,
      count: all.filter((term) => term.category === name).length,
    })),
    total: all.length,
  };
}
