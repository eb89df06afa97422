import type { z } from 'zod';
import { isRegistrar } from '~/domain/licensing/policy';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { removeFilter } from './data/saved-filters.server';
import { deleteFilterSchema } from './inputs';

/** Forgets an own filter; one that is gone, or another's, is left as it is. Throws `licensing.not-a-registrar`. */
export async function deleteFilter(ctx: Ctx, input: z.input<typeof deleteFilterSchema>): Promise<void> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'licensing.not-a-registrar');
  const { filterId } = deleteFilterSchema.parse(input);
  await removeFilter(ctx.db, { id: filterId, personId: actor.personId });
}
