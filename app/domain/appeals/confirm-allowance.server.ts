import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { lockAppeal } from './data/appeals.server';
import { finishAppeal } from './data/finish-appeal.server';
import { reachToDecide } from './data/reach-appeal.server';

/**
 * The second key: a registrar who neither took part in the decision nor proposed to allow the appeal confirms what was
 * proposed, document and words, and the decision is reversed. Sent twice it is done once. Throws
 * `licensing.not-a-registrar`, `licensing.own-record`, `appeals.appeal-not-found`, `appeals.took-part`,
 * `appeals.not-proposed`, `appeals.second-person`, `appeals.already-decided` and what the reversal throws.
 */
export async function confirmAllowance(ctx: Ctx, { appealId }: { appealId: string }): Promise<void> {
  const reached = await reachToDecide(ctx, appealId);
  const { accountId } = reached.actor;
  await inTransaction(ctx, async (tx) => {
    const appeal = await lockAppeal(tx.db, appealId);
    if (appeal?.outcome === 'allowed' && appeal.deciderId === accountId) return;
    if (appeal?.outcome !== null) throw new DomainError('conflict', 'appeals.already-decided');
    const { proposal } = appeal;
    if (!proposal) throw new DomainError('conflict', 'appeals.not-proposed');
    const { proposerId, document, answer } = proposal;
    if (proposerId === accountId) throw new DomainError('conflict', 'appeals.second-person');
    await finishAppeal(tx, reached, { outcome: 'allowed', document, answer, proposerId });
  });
}
