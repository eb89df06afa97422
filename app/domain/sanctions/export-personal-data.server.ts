import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import type { Ctx } from '~/platform/context';
import { listProposalsOf } from './data/proposals.server';

/** What was proposed for a person's awards, for the person's own export. The caller has checked who asks. */
export async function exportPersonalData(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Record<string, unknown>> {
  const facts = await getStandingFacts(ctx, { personIds: [personId] });
  const qualificationIds = [...new Set(facts.map(({ qualificationId }) => qualificationId))];
  return { proposals: await listProposalsOf(ctx.db, qualificationIds) };
}
