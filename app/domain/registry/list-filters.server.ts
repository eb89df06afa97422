import { isRegistrar } from '~/domain/licensing/policy';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { selectFilters } from './data/saved-filters.server';
import type { SavedFilter } from './types';

/** The actor's own, by name. Throws `licensing.not-a-registrar`. */
export async function listFilters(ctx: Ctx): Promise<SavedFilter[]> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'licensing.not-a-registrar');
  return selectFilters(ctx.db, actor.personId);
}
