import type { Ctx } from '~/platform/context';
import { isHolder, saveHolders } from './data/holders.server';

/** Takes a person's new names and place over, where licensing knows the person. Runs in the renaming transaction. */
export async function syncHolder(ctx: Ctx, { personId }: { personId: string }): Promise<void> {
  if (!(await isHolder(ctx.db, personId))) return;
  const facts = await ctx.ports.describeHolder(ctx, personId);
  if (facts) await saveHolders(ctx.db, [facts]);
}
