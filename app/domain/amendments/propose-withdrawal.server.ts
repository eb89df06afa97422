import type { z } from 'zod';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { insertAmendment, lockOpenAmendment } from './data/amendments.server';
import { addAct, requireAmender } from './data/open-case.server';
import { withdrawalForm } from './inputs';

type Input = z.input<typeof withdrawalForm> & { level: string };

/**
 * Asks for approved rules whose day has not come to be taken back; another registrar approves. Sent twice, it is asked
 * once. Throws `amendments.not-a-registrar`, `frameworks.no-rules`, `frameworks.already-in-force`,
 * `amendments.one-at-a-time`.
 */
export async function proposeWithdrawal(ctx: Ctx, input: Input): Promise<{ amendmentId: string }> {
  const { actor, level } = await requireAmender(ctx, input.level);
  const { ruleSetId, note } = withdrawalForm.parse(input);
  const actorId = actor.accountId;
  const target = level.ruleSets.find(({ id, isWithdrawn }) => id === ruleSetId && !isWithdrawn);
  if (!target) throw new DomainError('not-found', 'frameworks.no-rules');
  if (target.effectiveFrom <= ctx.clock.today(level.framework.zone))
    throw new DomainError('conflict', 'frameworks.already-in-force');
  return inTransaction(ctx, async (tx) => {
    const id = newId();
    const row = { id, levelId: level.id, kind: 'withdrawal' as const, content: null };
    const openedAt = tx.clock.now();
    if (!(await insertAmendment(tx.db, { ...row, ruleSetVersionId: ruleSetId, openedAt }))) {
      const open = await lockOpenAmendment(tx.db, level.id);
      const isSame = open?.kind === 'withdrawal' && open.ruleSetVersionId === ruleSetId;
      if (isSame && open.acts[0]?.actorId === actorId) return { amendmentId: open.id };
      throw new DomainError('conflict', 'amendments.one-at-a-time');
    }
    await addAct(tx, { id, acts: [] }, { act: 'propose', actorId, note });
    await recordAct(tx, {
      act: 'amendments.withdrawal-proposed',
      subject: { type: 'amendment', id },
      detail: { level: level.slug, ruleSetId, effectiveFrom: target.effectiveFrom },
    });
    return { amendmentId: id };
  });
}
