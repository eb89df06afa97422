import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isOwnRecord, type Reach, reaches } from '../policy';
import type { ClaimRow } from '../types';
import { findClaimant } from './claimants.server';
import { lockClaim } from './claims.server';

/** The claim, locked, when the registrar may decide on it. Throws `claims.not-found`, `claims.own-record`. */
export async function openCase(tx: Ctx, actor: Actor, reach: Reach, claimId: string): Promise<ClaimRow> {
  const claim = await lockClaim(tx.db, claimId);
  const claimant = claim ? await findClaimant(tx.db, claim.personId) : null;
  if (!claim || !claimant || !reaches(reach, claimant.path))
    throw new DomainError('not-found', 'claims.not-found');
  if (isOwnRecord(actor, claim.personId)) throw new DomainError('forbidden', 'claims.own-record');
  return claim;
}
