import type { z } from 'zod';
import type { Level } from '~/domain/frameworks/types';
import { plainText } from '~/i18n/content';
import type { Actor } from '~/platform/actor';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { carryOut } from './data/carry-out.server';
import {
  closeProposal,
  findProposal,
  insertProposal,
  isTakenUp,
  lockProposal,
} from './data/proposals.server';
import { reachAward, reachOwnAward } from './data/reach-award.server';
import { type AnswerInput, answerSchema } from './inputs';
import { goesOn } from './rules/keys';
import type { Outcome, Proposal } from './types';

type Answer = z.output<typeof answerSchema>;

const OUTCOME_OF = { confirm: 'confirmed', decline: 'declined', 'take-back': 'taken-back' } as const;

/**
 * A second person answers a proposal: confirms it, which carries the act out, or declines it with a reason; or whoever
 * proposed takes it back. Where two keys are asked for and the holder's wish is none (rules/keys.ts), a registrar who
 * confirms it proposes it. Two at once: one answer counts. The same answer sent twice is the first one. Throws
 * `sanctions.proposal-not-found`, `sanctions.second-person`, `sanctions.not-your-proposal`,
 * `sanctions.already-answered`, `sanctions.say-why` (a wish that was taken up does not end without a word),
 * `sanctions.name-changed`, `licensing.own-record` and what `enterDecision` throws.
 */
export async function answerProposal(ctx: Ctx, input: AnswerInput): Promise<{ state: 'done' | 'proposed' }> {
  const answer = answerSchema.parse(input);
  const known = await findProposal(ctx.db, answer.proposalId);
  if (!known) throw new DomainError('not-found', 'sanctions.proposal-not-found');
  const { qualificationId } = known;
  const isTakenBack = answer.answer === 'take-back';
  const { actor, personId, level } = await (isTakenBack && known.byHolder
    ? reachOwnAward(ctx, qualificationId)
    : reachAward(ctx, qualificationId));
  if ((known.proposerId === actor.accountId) !== isTakenBack)
    throw new DomainError(
      'conflict',
      isTakenBack ? 'sanctions.not-your-proposal' : 'sanctions.second-person',
    );
  return inTransaction(ctx, async (tx) => {
    const proposal = await lockProposal(tx.db, answer.proposalId);
    if (proposal?.outcome === null) await close(tx, { actor, personId, level }, proposal, answer);
    else if (proposal?.outcome !== OUTCOME_OF[answer.answer] || proposal.deciderId !== actor.accountId)
      throw new DomainError('conflict', 'sanctions.already-answered');
    return { state: (await isTakenUp(tx.db, answer.proposalId)) ? 'proposed' : 'done' };
  });
}

type Parties = { actor: Actor; personId: string; level: Level };

async function close(tx: Ctx, parties: Parties, proposal: Proposal, { answer, note }: Answer): Promise<void> {
  const { actor } = parties;
  const outcome: Outcome = OUTCOME_OF[answer];
  if (outcome === 'taken-back' && proposal.wishId !== null && note === '')
    throw new DomainError('invalid', 'sanctions.say-why', { field: 'note' });
  const today = tx.clock.today(parties.level.framework.zone);
  const isWish = goesOn(proposal, parties.level, today);
  const done = outcome === 'confirmed' && !isWish ? await perform(tx, parties, proposal, note) : null;
  await closeProposal(tx.db, proposal.id, {
    outcome,
    deciderId: actor.accountId,
    answer: note,
    closedAt: tx.clock.now(),
    decisionId: done?.decisionId ?? null,
  });
  if (outcome === 'confirmed' && isWish) await proposeWish(tx, actor, proposal);
  if (proposal.byHolder ? outcome === 'declined' : proposal.wishId !== null && outcome !== 'confirmed')
    await tellHolder(tx, parties, proposal, note);
  await recordAct(tx, {
    act: done ? `sanctions.${proposal.act}` : `sanctions.proposal-${outcome}`,
    subject: { type: 'qualification', id: proposal.qualificationId },
    detail: {
      proposal: proposal.id,
      act: proposal.act,
      proposer: proposal.proposerId,
      ...(done ? { before: done.before, after: done.after, numbers: done.numbers } : {}),
    },
  });
}

/** The wish goes on as the registrar's own proposal, which another one answers. */
async function proposeWish(tx: Ctx, { accountId }: Actor, wish: Proposal): Promise<void> {
  const {
    id: wishId,
    outcome: _outcome,
    deciderId: _decider,
    answer: _answer,
    closedAt: _closed,
    ...order
  } = wish;
  const by = { proposerId: accountId, byHolder: false, wishId, proposedAt: tx.clock.now() };
  await insertProposal(tx.db, { ...order, ...by });
}

/** A pause whose agreed end has passed in the meantime ends today. */
function perform(tx: Ctx, { actor, level }: Parties, proposal: Proposal, note: string) {
  const { act, qualificationId, reason, document, legalBasis, until, proposerId } = proposal;
  const today = tx.clock.today(level.framework.zone);
  const isLate = act === 'resume' && proposal.effectiveOn < today;
  const effectiveOn = isLate ? today : proposal.effectiveOn;
  const order = { act, qualificationId, reason, document, legalBasis, effectiveOn, until, proposerId };
  const { displayName, latinName } = proposal;
  const name = displayName === null || latinName === null ? null : { displayName, latinName };
  return carryOut(tx, { ...order, name, actorId: actor.accountId, note: note || proposal.note }, level);
}

async function tellHolder(
  tx: Ctx,
  { personId, level }: Parties,
  { act }: Proposal,
  answer: string,
): Promise<void> {
  const mail = (await tx.ports.describeHolder(tx, personId))?.mail;
  if (!mail) return;
  const page = `${tx.config.publicUrl}/${mail.lang}/me/qualifications`;
  const params = { level: plainText(level.name, mail.lang), answer, page };
  if (act === 'pause') await tx.mail.send({ ...mail, message: { key: 'proposal-declined', params } });
  else await tx.mail.send({ ...mail, message: { key: 'correction-declined', params } });
}
