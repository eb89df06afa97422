import type { Ctx } from '~/platform/context';
import { loadNameIndex } from './data/name-index.server';
import { type SearchInput, searchInput } from './inputs';
import { matchNames } from './rules/match-names';
import type { FoundTechnique } from './types';

/**
 * Techniques whose names meet `q` in any script and spelling, best first; README.md says how they are ranked. An empty
 * search finds nothing.
 */
export async function searchTechniques(ctx: Ctx, input: SearchInput): Promise<FoundTechnique[]> {
  const { q, lang, limit } = searchInput.parse(input);
  if (q.trim() === '') return [];
  const { index, techniques } = await loadNameIndex(ctx);
  return matchNames(index, q, lang)
    .slice(0, limit)
    .flatMap(({ entry, name, quality }) => {
      const technique = techniques.get(entry.id);
      if (!technique) return [];
      const { id, names, class: ofClass, meaning } = technique;
      return [{ id, names, class: ofClass, meaning, matched: name, quality }];
    });
}
