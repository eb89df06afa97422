import { enterDecision } from '~/domain/licensing/enter-decision.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { findOpen, insertProposal } from './data/proposals.server';
import { reachOwnAward } from './data/reach-award.server';
import { type AskForPauseInput, askForPauseSchema } from './inputs';

/**
 * The holder asks for the clock of the running period to stand still between two days, both inclusive; a registrar
 * answers. While one wish is open a further one is the same. Throws `licensing.qualification-not-found` and what
 * `enterDecision` throws.
 */
export async function askForPause(ctx: Ctx, input: AskForPauseInput): Promise<void> {
  const { qualificationId, reason, effectiveOn, until, note } = askForPauseSchema.parse(input);
  const { actor, level } = await reachOwnAward(ctx, qualificationId);
  const order = { act: 'pause' as const, qualificationId, reason, effectiveOn, until, note };
  const paper = { document: null, legalBasis: null };
  await inTransaction(ctx, async (tx) => {
    const trial = { ...order, ...paper, actorId: actor.accountId, proposerId: null, isTrial: true };
    await enterDecision(tx, trial);
    if (await findOpen(tx.db, qualificationId, 'pause')) return;
    const proposedAt = tx.clock.now();
    const by = { proposerId: actor.accountId, byHolder: true, proposedAt };
    const proposal = await insertProposal(tx.db, { ...order, ...paper, ...by, levelId: level.id });
    await recordAct(tx, {
      act: 'sanctions.pause-asked',
      subject: { type: 'qualification', id: qualificationId },
      detail: { proposal, reason, effectiveOn, until },
    });
  });
}
