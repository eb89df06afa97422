import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { loadExternals } from './data/externals.server';
import type { ExternalFramework } from './types';

/** One family of papers of others with its levels. Public. Throws `externals.not-found`. */
export async function getExternal(ctx: Ctx, { slug }: { slug: string }): Promise<ExternalFramework> {
  const found = (await loadExternals(ctx.db)).find((each) => each.slug === slug);
  if (!found) throw new DomainError('not-found', 'externals.not-found');
  return found;
}
