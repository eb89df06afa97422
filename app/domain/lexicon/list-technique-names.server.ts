import type { Ctx } from '~/platform/context';
import { loadNameIndex } from './data/name-index.server';
import type { ListedTechnique } from './types';

/** The techniques with these ids, by id; unknown ids are left out. One statement, whatever their number. */
export async function listTechniqueNames(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, ListedTechnique>> {
  if (ids.length === 0) return new Map();
  const { techniques } = await loadNameIndex(ctx);
  return new Map(
    ids.flatMap((id) => {
      const technique = techniques.get(id);
      return technique ? [[id, technique] as const] : [];
    }),
  );
}
