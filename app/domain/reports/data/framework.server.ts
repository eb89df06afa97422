import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import type { Ctx } from '~/platform/context';
import type { ReportFramework } from '../types';

const componentsOf = (levels: readonly Level[]): ReportFramework['components'] =>
  Object.fromEntries(
    levels
      .flatMap(({ ruleSets }) => ruleSets)
      .flatMap(({ components }) => components)
      .map(({ kind, name }) => [kind, name]),
  );

/** Every framework as reports name it. */
export async function loadFrameworks(ctx: Ctx): Promise<ReportFramework[]> {
  const all = await listLevels(ctx);
  const facts = new Map(all.map(({ framework }) => [framework.id, framework]));
  return [...facts.values()].map(({ id, slug, path, zone, name }) => {
    const levels = all.filter(({ framework }) => framework.id === id);
    return {
      ...{ id, slug, path, zone, name },
      levels: levels.map((level) => ({ id: level.id, slug: level.slug, name: level.name })),
      components: componentsOf(levels),
    };
  });
}
