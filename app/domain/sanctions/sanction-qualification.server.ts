import type { z } from 'zod';
import { enterDecision } from '~/domain/licensing/enter-decision.server';
import type { ActOrder } from '~/domain/licensing/types';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { LocalDate } from '~/platform/local-date';
import { carryOut } from './data/carry-out.server';
import { findOpen, insertProposal, isSame } from './data/proposals.server';
import { reachAward } from './data/reach-award.server';
import { type SanctionInput, sanctionSchema } from './inputs';
import { keysFor } from './rules/keys';
import { PROPOSED_ACTS } from './types';

export type Sanctioned = { state: 'done' | 'proposed' };

type Order = Omit<ActOrder, 'proposerId'>;

const orderOf = (sanction: z.output<typeof sanctionSchema>, actorId: string, today: LocalDate): Order => ({
  act: sanction.act,
  qualificationId: sanction.qualificationId,
  actorId,
  reason: sanction.reason,
  document: sanction.document,
  legalBasis: 'legalBasis' in sanction ? sanction.legalBasis : null,
  note: sanction.note,
  effectiveOn: 'effectiveOn' in sanction ? sanction.effectiveOn : today,
  until: 'until' in sanction ? sanction.until : null,
});

/**
 * A registrar acts on an award, with reason, document and the local date from which it counts: revokes it, annuls its
 * revocation, suspends it, lifts that, pauses it or ends the pause early, or has its document issued with a new name. Where the level's rules in force ask for two
 * keys it is proposed, and another registrar answers; until then nothing changes. Throws `licensing.not-a-registrar`,
 * `licensing.qualification-not-found`, `licensing.own-record`, `sanctions.already-proposed` and what
 * `enterDecision` throws.
 */
export async function sanctionQualification(ctx: Ctx, input: SanctionInput): Promise<Sanctioned> {
  const sanction = sanctionSchema.parse(input);
  const { actor, level } = await reachAward(ctx, sanction.qualificationId);
  const order = orderOf(sanction, actor.accountId, ctx.clock.today(level.framework.zone));
  return inTransaction(ctx, async (tx) => {
    if (keysFor(order.act, level) === 2) return propose(tx, order, level.id);
    const { before, after, numbers } = await carryOut(tx, { ...order, proposerId: null }, level);
    await recordAct(tx, {
      act: `sanctions.${order.act}`,
      subject: { type: 'qualification', id: order.qualificationId },
      detail: { ...detailOf(order), before, after, numbers },
    });
    return { state: 'done' };
  });
}

const detailOf = ({ reason, document, legalBasis, effectiveOn, until }: Order) => ({
  ...{ reason, document, legalBasis, effectiveOn, until },
});

/** Sent twice it is one proposal; a second one of the kind waits for the answer to the first. */
async function propose(tx: Ctx, order: Order, levelId: string): Promise<Sanctioned> {
  const act = PROPOSED_ACTS.find((each) => each === order.act);
  if (!act) throw new Error(`${order.act} needs no second key`);
  const { before } = await enterDecision(tx, { ...order, proposerId: null, isTrial: true });
  const { actorId: proposerId, reason, ...rest } = order;
  const proposal = { ...rest, act, levelId, proposerId, reason: reason ?? '' };
  const open = await findOpen(tx.db, order.qualificationId, act);
  if (open?.proposerId === proposerId && isSame(open, proposal)) return { state: 'proposed' };
  if (open) throw new DomainError('conflict', 'sanctions.already-proposed');
  const id = await insertProposal(tx.db, { ...proposal, byHolder: false, proposedAt: tx.clock.now() });
  await recordAct(tx, {
    act: 'sanctions.proposed',
    subject: { type: 'qualification', id: order.qualificationId },
    detail: { ...detailOf(order), proposal: id, act, before, after: before },
  });
  return { state: 'proposed' };
}
