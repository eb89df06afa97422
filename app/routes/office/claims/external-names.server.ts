import { listExternals } from '~/domain/externals/list-externals.server';
import type { ExternalFramework } from '~/domain/externals/types';
import type { ExternalNames } from '~/ui/claims/paper-facts';
import type { LoadArgs } from '~/web/handlers.server';

type Named = { external: string | null } | null | undefined;

/** Families of papers of others, where one of the papers is of a known level, or where they are asked for anyway. */
export async function externalsFor(
  ctx: LoadArgs['ctx'],
  papers: readonly Named[],
  isAsked = false,
): Promise<{ families: ExternalFramework[]; names: ExternalNames }> {
  const isNeeded = isAsked || papers.some((paper) => paper?.external);
  const families = isNeeded ? await listExternals(ctx) : [];
  const levels = families.flatMap((family) => family.levels);
  return { families, names: Object.fromEntries(levels.map(({ slug, name }) => [slug, name])) };
}
