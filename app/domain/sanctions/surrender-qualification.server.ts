import { enterDecision } from '~/domain/licensing/enter-decision.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { isDomainError } from '~/platform/errors';
import { reachOwnAward } from './data/reach-award.server';
import { type SurrenderInput, surrenderSchema } from './inputs';

/**
 * The holder gives an award up, from today and for good; the level can only be applied for anew. Sent twice it is given
 * up once. Throws `licensing.qualification-not-found`, `licensing.already-revoked`.
 */
export async function surrenderQualification(ctx: Ctx, input: SurrenderInput): Promise<void> {
  const { qualificationId, note } = surrenderSchema.parse(input);
  const { actor, level } = await reachOwnAward(ctx, qualificationId);
  const order = {
    act: 'surrender' as const,
    qualificationId,
    actorId: actor.accountId,
    proposerId: null,
    reason: 'own-request',
    document: null,
    legalBasis: null,
    note,
    effectiveOn: ctx.clock.today(level.framework.zone),
    until: null,
  };
  try {
    await inTransaction(ctx, async (tx) => {
      const { before, after } = await enterDecision(tx, order);
      await recordAct(tx, {
        act: 'sanctions.surrender',
        subject: { type: 'qualification', id: qualificationId },
        detail: { effectiveOn: order.effectiveOn, before, after },
      });
    });
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'licensing.already-surrendered') throw error;
  }
}
