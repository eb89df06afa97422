import type { Ctx } from '~/platform/context';
import { listProposalsOf } from './data/proposals.server';

/** Those of the awards for which an act was ever proposed, answered or not. The caller authorises. */
export async function findProposedAwards(
  ctx: Ctx,
  { qualificationIds }: { qualificationIds: readonly string[] },
): Promise<Set<string>> {
  return new Set((await listProposalsOf(ctx.db, qualificationIds)).map((each) => each.qualificationId));
}
