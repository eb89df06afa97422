import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import type { Ctx } from '~/platform/context';
import { listProposalsOf } from './data/proposals.server';

/**
 * What a person asked of the office, and what was proposed for the person's awards and answered, for the person's own
 * export: an open proposal is the office's alone, and other people's accounts are theirs. The caller has checked who asks.
 */
export async function exportPersonalData(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Record<string, unknown>> {
  const facts = await getStandingFacts(ctx, { personIds: [personId] });
  const qualificationIds = [...new Set(facts.map(({ qualificationId }) => qualificationId))];
  const proposals = await listProposalsOf(ctx.db, qualificationIds);
  return {
    proposals: proposals
      .filter(({ byHolder, closedAt }) => byHolder || closedAt !== null)
      .map(({ proposerId: _proposer, deciderId: _decider, ...proposal }) => proposal),
  };
}
