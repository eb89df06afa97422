import type { Ctx } from '~/platform/context';
import { type ReachedRequest, reachRequest } from './data/reach-request.server';
import { requestObstacle, requestState, standingProposal } from './rules/state';
import { type MadeRequestAct, REQUEST_DECISIONS, type RequestDecision, type RequestState } from './types';

export type RequestView = Omit<ReachedRequest, 'actor'> & {
  state: RequestState;
  acts: (MadeRequestAct & { actorName: string })[];
  /** What the reader may do now. */
  possible: RequestDecision[];
  /** What waits for an answer; null while nothing is proposed. */
  proposalId: string | null;
};

/** One request for the office. Throws `equivalences.not-a-registrar`, `equivalences.request-not-found`. */
export async function getRequest(ctx: Ctx, { requestId }: { requestId: string }): Promise<RequestView> {
  const { actor, ...reached } = await reachRequest(ctx, requestId);
  const { acts } = reached.request;
  const names = await ctx.ports.nameAccounts(ctx, [...new Set(acts.map(({ actorId }) => actorId))]);
  const may = (act: RequestDecision) => requestObstacle(act, acts, actor.accountId) === null;
  return {
    ...reached,
    state: requestState(acts),
    acts: acts.map((each) => ({ ...each, actorName: names.get(each.actorId) ?? '' })),
    proposalId: standingProposal(acts)?.id ?? null,
    possible: reached.isOwn ? [] : REQUEST_DECISIONS.filter(may),
  };
}
