import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { listClaimsOf } from './data/claims.server';
import { claimState } from './rules/claim-state';
import type { ClaimRow, ClaimState } from './types';

/** As many as one page shows; nobody has more papers. */
const MOST = 100;

export type OwnClaim = ClaimRow & { state: ClaimState };

/** What the signed-in coach handed in, newest first. */
export async function listOwnClaims(ctx: Ctx): Promise<OwnClaim[]> {
  if (!ctx.actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const rows = await listClaimsOf(ctx.db, ctx.actor.personId, MOST);
  return rows.map((row) => ({ ...row, state: claimState(row.decision) }));
}
