import type { InForce } from '~/domain/equivalences/types';
import { listCountable } from '~/domain/frameworks/list-countable.server';
import type { Level, Sentence } from '~/domain/frameworks/types';
import type { LoadArgs } from '~/web/handlers.server';

/** An equivalence in sentences, with the level that it helps on the way to. */
export type ShownEquivalence = Pick<InForce, 'id' | 'external' | 'begins' | 'validUntil' | 'conditions'> & {
  level: Pick<Level, 'slug' | 'name'>;
  sentences: Sentence[];
};

/** Those that name something the rules still ask for. */
export async function shownEquivalences(
  ctx: LoadArgs['ctx'],
  inForce: readonly InForce[],
  levels: readonly Level[],
): Promise<ShownEquivalence[]> {
  const shown: ShownEquivalence[] = [];
  for (const { levelId, counts, ...facts } of inForce) {
    const level = levels.find(({ id }) => id === levelId);
    if (!level) continue;
    const sentences = (await listCountable(ctx, { level }))
      .filter(({ key }) => counts.includes(key))
      .map(({ sentence }) => sentence);
    if (sentences.length > 0)
      shown.push({ ...facts, level: { slug: level.slug, name: level.name }, sentences });
  }
  return shown;
}
