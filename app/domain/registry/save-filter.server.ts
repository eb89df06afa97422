import type { z } from 'zod';
import { isRegistrar } from '~/domain/licensing/policy';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { insertFilter, lockFilters, selectFilters } from './data/saved-filters.server';
import { saveFilterSchema } from './inputs';
import { savedQuery } from './rules/saved-query';
import type { SavedFilter } from './types';

const MOST = 50;

/**
 * Keeps a filter under a name. The same name with the same filter is the same one, however often it is sent.
 * Throws `licensing.not-a-registrar`, `registry.name-taken`, `registry.too-many-filters`.
 */
export async function saveFilter(ctx: Ctx, input: z.input<typeof saveFilterSchema>): Promise<SavedFilter> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'licensing.not-a-registrar');
  const { name, query: sent } = saveFilterSchema.parse(input);
  const { personId } = actor;
  const query = savedQuery(sent);
  return inTransaction(ctx, async (tx) => {
    await lockFilters(tx.db, personId);
    const all = await selectFilters(tx.db, personId);
    const same = all.find((each) => each.name === name);
    if (same && same.query === query) return same;
    if (same) throw new DomainError('conflict', 'registry.name-taken', { field: 'name' });
    if (all.length >= MOST)
      throw new DomainError('conflict', 'registry.too-many-filters', { params: { limit: MOST } });
    return insertFilter(tx.db, { personId, name, query, createdAt: tx.clock.now() });
  });
}
