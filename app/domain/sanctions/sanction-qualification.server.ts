import type { z } from 'zod';
import { enterDecision } from '~/domain/licensing/enter-decision.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { LocalDate } from '~/platform/local-date';
import { type Carried, carryOut, namesOf, requireName } from './data/carry-out.server';
import { findOpen, insertProposal, isSame } from './data/proposals.server';
import { reachAward } from './data/reach-award.server';
import { type SanctionInput, sanctionSchema } from './inputs';
import { isTooEarly, keysFor } from './rules/keys';
import { type AgreedName, PROPOSED_ACTS } from './types';

export type Sanctioned = { state: 'done' | 'proposed' };

type Order = Omit<Carried, 'proposerId' | 'reverses'>;

const nameIn = (sanction: z.output<typeof sanctionSchema>): AgreedName | null =>
  sanction.act === 'correct' ? { displayName: sanction.displayName, latinName: sanction.latinName } : null;

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
  name: nameIn(sanction),
});

/**
 * A registrar acts on an award, with reason, document and the local date from which it counts: revokes it, annuls its
 * revocation, suspends it, lifts that, pauses it or ends the pause early, or has its document issued with a new name.
 * Where the level's rules in force ask for two keys it is proposed, and another registrar answers; until then nothing
 * changes. Throws `licensing.not-a-registrar`, `licensing.qualification-not-found`, `licensing.own-record`,
 * `licensing.date-out-of-range` (with one key no pause begins before today), `sanctions.already-proposed`,
 * `sanctions.name-changed` and what `enterDecision` throws.
 */
export async function sanctionQualification(ctx: Ctx, input: SanctionInput): Promise<Sanctioned> {
  const sanction = sanctionSchema.parse(input);
  const { actor, level, personId } = await reachAward(ctx, sanction.qualificationId);
  const today = ctx.clock.today(level.framework.zone);
  const order = orderOf(sanction, actor.accountId, today);
  if (isTooEarly(order, level, today))
    throw new DomainError('invalid', 'licensing.date-out-of-range', { field: 'effectiveOn' });
  return inTransaction(ctx, async (tx) => {
    if (keysFor(order.act, level) === 2) return propose(tx, order, { levelId: level.id, personId });
    const { before, after, numbers } = await carryOut(tx, { ...order, proposerId: null }, level);
    await recordAct(tx, {
      act: `sanctions.${order.act}`,
      subject: { type: 'qualification', id: order.qualificationId },
      detail: { ...detailOf(order), before, after, numbers },
    });
    return { state: 'done' };
  });
}

const detailOf = ({ reason, document, legalBasis, effectiveOn, until }: Omit<Order, 'name'>) => ({
  ...{ reason, document, legalBasis, effectiveOn, until },
});

/** Sent twice it is one proposal; a second one of the kind waits for the answer to the first. */
async function propose(
  tx: Ctx,
  { name, ...order }: Order,
  { levelId, personId }: { levelId: string; personId: string },
): Promise<Sanctioned> {
  const act = PROPOSED_ACTS.find((each) => each === order.act);
  if (!act) throw new Error(`${order.act} needs no second key`);
  if (name) requireName(name, await namesOf(tx, personId));
  const { before } = await enterDecision(tx, { ...order, proposerId: null, isTrial: true });
  const { actorId: proposerId, reason, ...rest } = order;
  const names = name ?? { displayName: null, latinName: null };
  const proposal = { ...rest, ...names, act, levelId, proposerId, reason: reason ?? '' };
  const open = await findOpen(tx.db, order.qualificationId, act);
  if (open?.proposerId === proposerId && isSame(open, proposal)) return { state: 'proposed' };
  if (open) throw new DomainError('conflict', 'sanctions.already-proposed');
  const id = await insertProposal(tx.db, {
    ...proposal,
    byHolder: false,
    wishId: null,
    proposedAt: tx.clock.now(),
  });
  await recordAct(tx, {
    act: 'sanctions.proposed',
    subject: { type: 'qualification', id: order.qualificationId },
    detail: { ...detailOf(order), proposal: id, act, before, after: before },
  });
  return { state: 'proposed' };
}
