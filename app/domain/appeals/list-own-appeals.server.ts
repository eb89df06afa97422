import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { listAppealsBy } from './data/appeals.server';
import type { Appeal } from './types';

/** The signed-in coach's appeals, the oldest first. */
export async function listOwnAppeals(ctx: Ctx): Promise<Appeal[]> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  return listAppealsBy(ctx.db, ctx.actor.personId);
}
