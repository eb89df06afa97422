import type { z } from 'zod';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { lockAppeal, proposeAllowance } from './data/appeals.server';
import { finishAppeal } from './data/finish-appeal.server';
import { type ReachedAppeal, reachToDecide } from './data/reach-appeal.server';
import { type DecideAppealInput, decideAppealSchema } from './inputs';
import type { OfficeAppeal } from './types';

type Decided = z.output<typeof decideAppealSchema>;

export type AppealDecided = { state: 'decided' | 'proposed' };

/**
 * A registrar who took no part in the decision decides the appeal against it. Allowed, the decision is reversed in the
 * same transaction: the application is open again, the suspension, revocation or pause ended from its own first day,
 * unless something else ended it before. Where that needs two keys, to allow it is a proposal, which another registrar
 * confirms (confirm-allowance). Two at once: one decision counts; the same one sent twice is the first. Throws
 * `licensing.not-a-registrar`, `licensing.own-record`, `appeals.appeal-not-found`, `appeals.took-part`,
 * `appeals.already-decided`, `appeals.already-proposed` and what the reversal throws.
 */
export async function decideAppeal(ctx: Ctx, input: DecideAppealInput): Promise<AppealDecided> {
  const decided = decideAppealSchema.parse(input);
  const reached = await reachToDecide(ctx, decided.appealId);
  const { accountId } = reached.actor;
  return inTransaction(ctx, async (tx): Promise<AppealDecided> => {
    const appeal = await lockAppeal(tx.db, decided.appealId);
    if (appeal?.outcome === decided.outcome && appeal.deciderId === accountId) return { state: 'decided' };
    if (appeal?.outcome !== null) throw new DomainError('conflict', 'appeals.already-decided');
    if (decided.outcome === 'allowed' && (appeal.proposal || reached.keys === 2))
      return propose(tx, reached, appeal, decided);
    await finishAppeal(tx, reached, { ...decided, proposerId: null });
    return { state: 'decided' };
  });
}

/** The first key: nothing changes, and the coach hears nothing yet. */
async function propose(
  tx: Ctx,
  { actor }: ReachedAppeal,
  { id, kind, proposal }: OfficeAppeal,
  { document, answer }: Decided,
): Promise<AppealDecided> {
  const { accountId: proposerId } = actor;
  const isSame =
    proposal?.proposerId === proposerId && proposal.document === document && proposal.answer === answer;
  if (proposal && !isSame) throw new DomainError('conflict', 'appeals.already-proposed');
  if (proposal) return { state: 'proposed' };
  await proposeAllowance(tx.db, id, { proposerId, document, answer, proposedAt: tx.clock.now() });
  await recordAct(tx, {
    act: 'appeals.proposed',
    subject: { type: 'appeal', id },
    detail: { kind, document, before: 'submitted', after: 'submitted' },
  });
  return { state: 'proposed' };
}
