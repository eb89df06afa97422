import type { Ctx } from '~/platform/context';
import { type ReachedAppeal, reachAppeal } from './data/reach-appeal.server';

export type AppealView = Omit<ReachedAppeal, 'actor'> & {
  deciderName: string | null;
  /** Who proposed to allow it. */
  allowerName: string | null;
  isOwnProposal: boolean;
};

/** One appeal with the decision it is about, for the office. Throws `licensing.not-a-registrar`, `appeals.appeal-not-found`. */
export async function getAppeal(ctx: Ctx, { appealId }: { appealId: string }): Promise<AppealView> {
  const { actor, ...view } = await reachAppeal(ctx, appealId);
  const { deciderId, proposal } = view.appeal;
  const proposerId = proposal?.proposerId ?? null;
  const names = await ctx.ports.nameAccounts(ctx, [
    ...new Set([deciderId, proposerId].filter((each) => each !== null)),
  ]);
  const nameOf = (id: string | null) => id && (names.get(id) ?? '');
  const isOwnProposal = proposerId === actor.accountId;
  return { ...view, deciderName: nameOf(deciderId), allowerName: nameOf(proposerId), isOwnProposal };
}
