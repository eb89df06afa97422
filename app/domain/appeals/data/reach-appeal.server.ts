import { listApplicationDecisions } from '~/domain/applications/list-application-decisions.server';
import { getRequest } from '~/domain/equivalences/get-request.server';
import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { getQualification } from '~/domain/licensing/get-qualification.server';
import { isOwnRecord, isRegistrar, isWithin, scopeOf } from '~/domain/licensing/policy';
import type { Holder } from '~/domain/licensing/types';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import { localDateOf } from '~/platform/local-date';
import type { Appeal, AppealedDecision, OfficeAppeal } from '../types';
import { findAppeal } from './appeals.server';

export type ReachedAppeal = {
  appeal: OfficeAppeal;
  actor: Actor;
  level: Level;
  holder: Holder;
  decision: AppealedDecision;
  isOwn: boolean;
  /** The reader proposed, made or confirmed the decision, or decided on the application or request before. */
  tookPart: boolean;
  /**
   * How many people it takes to allow it: as many as to end a sanction of the level. An application or a request that is
   * open again is decided anew with all its keys.
   */
  keys: 1 | 2;
};

type Found = Pick<ReachedAppeal, 'decision' | 'tookPart'>;

async function ofAward(ctx: Ctx, qualificationId: string, decisionId: string | null): Promise<Found | null> {
  const { decisions } = await getQualification(ctx, { qualificationId });
  const decision = decisions.find(({ id }) => id === decisionId);
  const me = ctx.actor?.accountId;
  return decision ? { decision, tookPart: me === decision.actorId || me === decision.proposerId } : null;
}

async function ofApplication(
  ctx: Ctx,
  { applicationId, applicationDecisionId }: Appeal,
): Promise<Found | null> {
  const decisions = await listApplicationDecisions(ctx, { applicationId: applicationId ?? '' });
  const at = decisions.findIndex(({ id }) => id === applicationDecisionId);
  const decision = decisions[at];
  const paper = { document: null, legalBasis: null, proposerName: null };
  const tookPart = decisions.slice(0, at + 1).some(({ actorId }) => actorId === ctx.actor?.accountId);
  return decision ? { decision: { ...decision, ...paper }, tookPart } : null;
}

async function ofRequest(ctx: Ctx, { requestId, requestActId }: Appeal, zone: string): Promise<Found | null> {
  const { acts } = await getRequest(ctx, { requestId: requestId ?? '' });
  const at = acts.findIndex(({ id }) => id === requestActId);
  const act = acts[at];
  if (!act) return null;
  const effectiveOn = localDateOf(act.recordedAt, zone);
  const paper = { reason: null, legalBasis: null, proposerName: null };
  const tookPart = acts.slice(0, at + 1).some(({ actorId }) => actorId === ctx.actor?.accountId);
  return { decision: { ...act, ...paper, effectiveOn }, tookPart };
}

function findDecision(ctx: Ctx, appeal: Appeal, zone: string): Promise<Found | null> {
  if (appeal.qualificationId) return ofAward(ctx, appeal.qualificationId, appeal.decisionId);
  return appeal.requestId ? ofRequest(ctx, appeal, zone) : ofApplication(ctx, appeal);
}

/**
 * An appeal within a registrar's reach, with the decision it is about. Throws `licensing.not-a-registrar`,
 * `appeals.appeal-not-found`.
 */
export async function reachAppeal(ctx: Ctx, appealId: string): Promise<ReachedAppeal> {
  const { actor } = ctx;
  if (!actor || !isRegistrar(actor)) throw new DomainError('forbidden', 'licensing.not-a-registrar');
  const levels = await listLevels(ctx);
  const appeal = isId(appealId) ? await findAppeal(ctx.db, appealId) : null;
  const level = levels.find(({ id }) => id === appeal?.levelId);
  const holder = appeal ? await ctx.ports.describeHolder(ctx, appeal.personId) : null;
  if (
    !appeal ||
    !level ||
    !holder ||
    !isWithin(scopeOf(actor, levels), { levelId: level.id, path: holder.path })
  )
    throw new DomainError('not-found', 'appeals.appeal-not-found');
  const found = await findDecision(ctx, appeal, level.framework.zone);
  if (!found) throw new DomainError('not-found', 'appeals.appeal-not-found');
  const keys = appeal.qualificationId ? (level.ruleSet?.keysRequired ?? 1) : 1;
  return { appeal, actor, level, holder, ...found, isOwn: isOwnRecord(actor, appeal.personId), keys };
}

/**
 * The same for somebody who is going to decide it. Throws also `licensing.own-record`, `appeals.took-part`.
 */
export async function reachToDecide(ctx: Ctx, appealId: string): Promise<ReachedAppeal> {
  const reached = await reachAppeal(ctx, appealId);
  if (reached.isOwn) throw new DomainError('forbidden', 'licensing.own-record');
  if (reached.tookPart) throw new DomainError('conflict', 'appeals.took-part');
  return reached;
}
