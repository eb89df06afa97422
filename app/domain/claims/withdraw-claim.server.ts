import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { insertDecision, lockClaim } from './data/claims.server';
import { withdrawClaimSchema } from './inputs';
import { claimState } from './rules/claim-state';

/** The coach takes an undecided claim back; the paper stays on record. Throws `claims.not-found`, `claims.decided-before`. */
export async function withdrawClaim(ctx: Ctx, input: { claimId: string }): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { claimId } = withdrawClaimSchema.parse(input);
  await inTransaction(ctx, async (tx) => {
    const claim = await lockClaim(tx.db, claimId);
    if (claim?.personId !== actor.personId) throw new DomainError('not-found', 'claims.not-found');
    const state = claimState(claim.decision);
    if (state === 'withdrawn') return;
    if (state !== 'handed-in') throw new DomainError('conflict', 'claims.decided-before');
    const decidedAt = tx.clock.now();
    await insertDecision(tx.db, { claimId, act: 'withdraw', actorId: actor.accountId, note: '', decidedAt });
    await recordAct(tx, {
      act: 'claims.withdrawn',
      subject: { type: 'claim', id: claimId },
      detail: { personId: claim.personId, kind: claim.kind },
    });
  });
}
