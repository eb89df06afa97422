import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import { findClaimant } from './data/claimants.server';
import { findClaim } from './data/claims.server';
import { loadReach } from './data/load-reach.server';
import { isOwnRecord, isRegistrar, reaches } from './policy';
import { claimState, isNameless } from './rules/claim-state';
import type { Claimant, ClaimRow, ClaimState } from './types';

export type ClaimView = {
  claim: ClaimRow;
  state: ClaimState;
  claimant: Claimant;
  /** Who decided; '' while nobody has. */
  decidedBy: string;
  isOwn: boolean;
  /** Whether the reader may say of which external level the paper is. */
  mayName: boolean;
  zone: string;
};

/** What a coach took back is no longer shown: it may have been a wrong paper. */
const shownFiles = (claim: ClaimRow): ClaimRow =>
  claimState(claim.decision) === 'withdrawn' ? { ...claim, files: [] } : claim;

/** One claim for the office. Throws `claims.not-a-registrar`, and `claims.not-found` out of the registrar's reach. */
export async function getClaim(ctx: Ctx, { claimId }: { claimId: string }): Promise<ClaimView> {
  const { actor } = ctx;
  if (!isRegistrar(actor)) throw new DomainError('forbidden', 'claims.not-a-registrar');
  const { reach, zone } = await loadReach(ctx);
  const claim = isId(claimId) ? await findClaim(ctx.db, claimId) : null;
  const claimant = claim ? await findClaimant(ctx.db, claim.personId) : null;
  if (!claim || !claimant || !reaches(reach, claimant.path))
    throw new DomainError('not-found', 'claims.not-found');
  const { decision, personId } = claim;
  const names = await ctx.ports.nameAccounts(ctx, decision ? [decision.actorId] : []);
  return {
    claim: shownFiles(claim),
    state: claimState(decision),
    claimant,
    decidedBy: (decision && names.get(decision.actorId)) ?? '',
    isOwn: isOwnRecord(actor, personId),
    mayName: isNameless(claim) && !isOwnRecord(actor, personId),
    zone,
  };
}
