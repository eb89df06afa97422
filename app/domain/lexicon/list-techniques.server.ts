import type { Ctx } from '~/platform/context';
import { loadNameIndex } from './data/name-index.server';
import type { ListTechniquesInput } from './inputs';
import { groupOf, isThrow } from './rules/classes';
import { matchNames } from './rules/match-names';
import type { ListedTechnique } from './types';

export type TechniqueList = {
  /** In the Kodokan's order; with a search, best first. */
  techniques: ListedTechnique[];
  /** Of the whole list, whatever is asked for. */
  counts: {
    all: number;
    throws: number;
    ground: number;
    byClass: Record<string, number>;
    bySet: Record<string, number>;
  };
};

function fits(technique: ListedTechnique, filter: ListTechniquesInput): boolean {
  const { group, class: ofClass, set, children } = filter;
  if (group && groupOf(technique.class) !== group) return false;
  if (ofClass && technique.class !== ofClass) return false;
  if (set && technique.set !== set) return false;
  return children !== '1' || technique.forPrimarySchool;
}

function tally(techniques: readonly ListedTechnique[], keyOf: (technique: ListedTechnique) => string | null) {
  const counts: Record<string, number> = {};
  for (const technique of techniques) {
    const key = keyOf(technique);
    if (key !== null) counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** The techniques that fit the filter, all at once: the Kodokan has a hundred. */
export async function listTechniques(ctx: Ctx, filter: ListTechniquesInput): Promise<TechniqueList> {
  const { index, techniques: byId } = await loadNameIndex(ctx);
  const all = [...byId.values()];
  const wanted =
    filter.q.trim() === ''
      ? all
      : matchNames(index, filter.q, ctx.lang).flatMap(({ entry }) => byId.get(entry.id) ?? []);
  const throws = all.filter((technique) => isThrow(technique.class)).length;
  return {
    techniques: wanted.filter((technique) => fits(technique, filter)),
    counts: {
      all: all.length,
      throws,
      ground: all.length - throws,
      byClass: tally(all, (technique) => technique.class),
      bySet: tally(all, (technique) => technique.set),
    },
  };
}
