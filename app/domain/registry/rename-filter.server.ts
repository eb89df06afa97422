import type { z } from 'zod';
import { isRegistrar } from '~/domain/licensing/policy';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { changeName, lockFilters, selectFilters } from './data/saved-filters.server';
import { renameFilterSchema } from './inputs';

/** Gives an own filter another name. Throws `licensing.not-a-registrar`, `registry.filter-not-found`, `registry.name-taken`. */
export async function renameFilter(ctx: Ctx, input: z.input<typeof renameFilterSchema>): Promise<void> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'licensing.not-a-registrar');
  const { filterId, name } = renameFilterSchema.parse(input);
  const { personId } = actor;
  await inTransaction(ctx, async (tx) => {
    await lockFilters(tx.db, personId);
    const all = await selectFilters(tx.db, personId);
    if (!all.some(({ id }) => id === filterId))
      throw new DomainError('not-found', 'registry.filter-not-found');
    if (all.some((each) => each.name === name && each.id !== filterId))
      throw new DomainError('conflict', 'registry.name-taken', { field: 'name' });
    await changeName(tx.db, filterId, name);
  });
}
