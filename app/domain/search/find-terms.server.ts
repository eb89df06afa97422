import { searchTerms } from '~/domain/lexicon/search-terms.server';
import type { FoundTerm } from '~/domain/lexicon/types';
import type { Ctx } from '~/platform/context';
import { withoutOkurigana } from '~/platform/search/text/japanese';

/** Terms that the words name, with okurigana or without: 受け身 is 受身 in the glossary, 崩し is 崩し. */
export async function findTerms(ctx: Ctx, { q, limit }: { q: string; limit: number }): Promise<FoundTerm[]> {
  const asked = { lang: ctx.lang, limit };
  const found = await searchTerms(ctx, { q, ...asked });
  const bare = withoutOkurigana(q);
  if (bare === q || found.some(({ quality }) => quality === 'exact')) return found;
  const named = (await searchTerms(ctx, { q: bare, ...asked })).filter(({ quality }) => quality === 'exact');
  return [...named, ...found.filter(({ id }) => named.every((one) => one.id !== id))].slice(0, limit);
}
