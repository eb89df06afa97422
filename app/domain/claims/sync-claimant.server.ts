import type { Ctx } from '~/platform/context';
import { hasClaims, saveClaimant } from './data/claimants.server';

/** Takes a person's new names and place over, where papers of the person lie. Runs in the renaming transaction. */
export async function syncClaimant(ctx: Ctx, { personId }: { personId: string }): Promise<void> {
  if (!(await hasClaims(ctx.db, personId))) return;
  const facts = await ctx.ports.describeHolder(ctx, personId);
  if (facts) await saveClaimant(ctx.db, facts);
}
