import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import { findClaim } from './data/claims.server';
import { claimState } from './rules/claim-state';
import type { ClaimRow, ClaimState } from './types';

/** One claim of the signed-in coach. Throws `claims.not-found`, also for those of others. */
export async function getOwnClaim(
  ctx: Ctx,
  { claimId }: { claimId: string },
): Promise<ClaimRow & { state: ClaimState }> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const claim = isId(claimId) ? await findClaim(ctx.db, claimId) : null;
  if (claim?.personId !== ctx.actor.personId) throw new DomainError('not-found', 'claims.not-found');
  return { ...claim, state: claimState(claim.decision) };
}
