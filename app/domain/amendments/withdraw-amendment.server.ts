import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { closeAmendment, lockAmendment } from './data/amendments.server';
import { addAct, requireAmender, requireOf } from './data/open-case.server';
import { withdrawForm } from './inputs';
import { obstacle } from './rules/amendment-state';

/**
 * An author takes a draft or a proposal back. Sent twice, it is taken back once. Throws `amendments.not-a-registrar`,
 * `amendments.not-found`, `amendments.not-yours`, `amendments.already-decided`.
 */
export async function withdrawAmendment(
  ctx: Ctx,
  input: { level: string; amendmentId: string },
): Promise<void> {
  const { actor, level } = await requireAmender(ctx, input.level);
  const { amendmentId } = withdrawForm.parse(input);
  const actorId = actor.accountId;
  await inTransaction(ctx, async (tx) => {
    const open = requireOf(await lockAmendment(tx.db, amendmentId), level);
    const last = open.acts.at(-1);
    if (last?.act === 'withdraw' && last.actorId === actorId) return;
    const problem = obstacle('withdraw', open.acts, actorId);
    if (problem) throw new DomainError('conflict', problem);
    const { ruleSetVersionId } = open;
    await closeAmendment(tx.db, open.id, { closedAt: tx.clock.now(), ruleSetVersionId });
    await addAct(tx, open, { act: 'withdraw', actorId });
    await recordAct(tx, {
      act: 'amendments.withdrawn',
      subject: { type: 'amendment', id: open.id },
      detail: { level: level.slug, kind: open.kind, content: open.content },
    });
  });
}
