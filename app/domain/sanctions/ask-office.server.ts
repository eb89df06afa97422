import { enterDecision } from '~/domain/licensing/enter-decision.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { namesOf } from './data/carry-out.server';
import { findOpen, insertProposal } from './data/proposals.server';
import { reachOwnAward } from './data/reach-award.server';
import { type WishInput, wishSchema } from './inputs';
import { isTooEarly } from './rules/keys';

/**
 * The holder asks the office for a pause of the running period, between two days, both inclusive, or for a document with
 * the name of today; a registrar answers. While one such wish is open a further one is the same. Throws
 * `licensing.qualification-not-found`, `licensing.date-out-of-range` (days that have passed, where the level asks for one
 * key) and what `enterDecision` throws.
 */
export async function askOffice(ctx: Ctx, input: WishInput): Promise<void> {
  const wish = wishSchema.parse(input);
  const { act, qualificationId, note } = wish;
  const { actor, level, personId } = await reachOwnAward(ctx, qualificationId);
  const today = ctx.clock.today(level.framework.zone);
  const asked =
    wish.act === 'pause'
      ? { reason: wish.reason as string, effectiveOn: wish.effectiveOn, until: wish.until, document: null }
      : { reason: 'renamed', effectiveOn: today, until: null, document: wish.document };
  if (isTooEarly({ act, ...asked }, level, today))
    throw new DomainError('invalid', 'licensing.date-out-of-range', { field: 'effectiveOn' });
  const order = { act, qualificationId, note, legalBasis: null, ...asked };
  await inTransaction(ctx, async (tx) => {
    await enterDecision(tx, { ...order, actorId: actor.accountId, proposerId: null, isTrial: true });
    if (await findOpen(tx.db, qualificationId, act)) return;
    const by = { proposerId: actor.accountId, byHolder: true, proposedAt: tx.clock.now() };
    const none = { displayName: null, latinName: null, wishId: null };
    const names = act === 'correct' ? await namesOf(tx, personId) : {};
    const proposal = await insertProposal(tx.db, { ...order, ...by, ...none, ...names, levelId: level.id });
    await recordAct(tx, {
      act: `sanctions.${act}-asked`,
      subject: { type: 'qualification', id: qualificationId },
      detail: { proposal, ...asked },
    });
  });
}
