import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { countHoldersOf } from './data/claims.server';
import { isRegistrar } from './policy';

/** How many people have a confirmed paper of an external level. Throws `claims.not-a-registrar`. */
export async function countHolders(ctx: Ctx, { external }: { external: string }): Promise<number> {
  if (!isRegistrar(ctx.actor)) throw new DomainError('forbidden', 'claims.not-a-registrar');
  return countHoldersOf(ctx.db, external);
}
