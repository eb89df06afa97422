import type { Ctx } from '~/platform/context';
import { loadTerms } from './data/terms.server';
import { type SearchInput, searchInput } from './inputs';
import { matchNames } from './rules/match-names';
import type { FoundTerm } from './types';

/** Terms whose words meet `q` in any of the languages, best first. An empty search finds nothing. */
export async function searchTerms(ctx: Ctx, input: SearchInput): Promise<FoundTerm[]> {
  const { q, lang, limit } = searchInput.parse(input);
  if (q.trim() === '') return [];
  const { index, terms } = await loadTerms(ctx);
  return matchNames(index, q, lang)
    .slice(0, limit)
    .flatMap(({ entry, quality }) => {
      const term = terms.get(entry.id);
      if (!term) return [];
      const { id, category, name, reading } = term;
      return [{ id, category, name, reading, quality }];
    });
}
