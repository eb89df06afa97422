import type { Ctx } from '~/platform/context';
import { listProposalsOf } from './data/proposals.server';
import { reachAward } from './data/reach-award.server';
import type { Proposal } from './types';

export type AwardProposal = Proposal & {
  proposerName: string;
  deciderName: string | null;
  isOwnProposal: boolean;
};

/**
 * What was proposed for an award, the oldest first, for a registrar. Nothing for the own one. Throws
 * `licensing.not-a-registrar`, `licensing.qualification-not-found`.
 */
export async function listAwardProposals(
  ctx: Ctx,
  { qualificationId }: { qualificationId: string },
): Promise<AwardProposal[]> {
  await reachAward(ctx, qualificationId);
  const proposals = await listProposalsOf(ctx.db, [qualificationId]);
  const ids = proposals.flatMap(({ proposerId, deciderId }) => [proposerId, deciderId ?? proposerId]);
  const names = await ctx.ports.nameAccounts(ctx, [...new Set(ids)]);
  return proposals.map((each) => ({
    ...each,
    proposerName: names.get(each.proposerId) ?? '',
    deciderName: each.deciderId && (names.get(each.deciderId) ?? ''),
    isOwnProposal: each.proposerId === ctx.actor?.accountId,
  }));
}
