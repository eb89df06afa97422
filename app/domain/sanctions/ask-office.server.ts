import { enterDecision } from '~/domain/licensing/enter-decision.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { findOpen, insertProposal } from './data/proposals.server';
import { reachOwnAward } from './data/reach-award.server';
import { type WishInput, wishSchema } from './inputs';

/**
 * The holder asks the office for a pause of the running period, between two days, both inclusive, or for a document with
 * the name of today; a registrar answers. While one such wish is open a further one is the same. Throws
 * `licensing.qualification-not-found` and what `enterDecision` throws.
 */
export async function askOffice(ctx: Ctx, input: WishInput): Promise<void> {
  const wish = wishSchema.parse(input);
  const { act, qualificationId, note } = wish;
  const { actor, level } = await reachOwnAward(ctx, qualificationId);
  const today = ctx.clock.today(level.framework.zone);
  const asked =
    wish.act === 'pause'
      ? { reason: wish.reason as string, effectiveOn: wish.effectiveOn, until: wish.until, document: null }
      : { reason: 'renamed', effectiveOn: today, until: null, document: wish.document };
  const order = { act, qualificationId, note, legalBasis: null, ...asked };
  await inTransaction(ctx, async (tx) => {
    await enterDecision(tx, { ...order, actorId: actor.accountId, proposerId: null, isTrial: true });
    if (await findOpen(tx.db, qualificationId, act)) return;
    const by = { proposerId: actor.accountId, byHolder: true, proposedAt: tx.clock.now() };
    const proposal = await insertProposal(tx.db, { ...order, ...by, levelId: level.id });
    await recordAct(tx, {
      act: `sanctions.${act}-asked`,
      subject: { type: 'qualification', id: qualificationId },
      detail: { proposal, ...asked },
    });
  });
}
