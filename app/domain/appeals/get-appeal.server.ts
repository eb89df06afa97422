import type { Ctx } from '~/platform/context';
import { type ReachedAppeal, reachAppeal } from './data/reach-appeal.server';

export type AppealView = Omit<ReachedAppeal, 'actor'> & { deciderName: string | null };

/** One appeal with the decision it is about, for the office. Throws `licensing.not-a-registrar`, `appeals.appeal-not-found`. */
export async function getAppeal(ctx: Ctx, { appealId }: { appealId: string }): Promise<AppealView> {
  const { actor: _actor, ...view } = await reachAppeal(ctx, appealId);
  const { deciderId } = view.appeal;
  const names = await ctx.ports.nameAccounts(ctx, deciderId ? [deciderId] : []);
  return { ...view, deciderName: deciderId && (names.get(deciderId) ?? '') };
}
