import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { listProposalsBy } from './data/proposals.server';
import type { Proposal } from './types';

/** What the signed-in holder asked the office for, the oldest first. */
export async function listOwnProposals(ctx: Ctx): Promise<Proposal[]> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  return listProposalsBy(ctx.db, ctx.actor.accountId);
}
