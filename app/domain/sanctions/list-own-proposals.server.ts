import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { listWishesBy } from './data/proposals.server';
import type { Wish } from './types';

/** What the signed-in holder asked the office for, the oldest first. */
export async function listOwnProposals(ctx: Ctx): Promise<Wish[]> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  return listWishesBy(ctx.db, ctx.actor.accountId);
}
