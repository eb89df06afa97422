import type { z } from 'zod';
import { addRuleSet } from '~/domain/frameworks/add-rule-set.server';
import { ruleSetInput } from '~/domain/frameworks/inputs';
import { withdrawRuleSet } from '~/domain/frameworks/withdraw-rule-set.server';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { closeAmendment, lockAmendment } from './data/amendments.server';
import { fingerprintOf } from './data/fingerprint.server';
import { addAct, requireAmender, requireOf } from './data/open-case.server';
import { requireFaultless } from './data/sound.server';
import { type DecideAmendmentInput, decideAmendmentSchema } from './inputs';
import { amendmentState, obstacle } from './rules/amendment-state';
import type { Amendment, AmendmentState } from './types';

type Decision = z.output<typeof decideAmendmentSchema>;

/** Carries an approved amendment out: the rules that it made or took back, and those whose place it took. */
async function carryOut(tx: Ctx, { content, kind, levelId, ruleSetVersionId }: Amendment) {
  if (kind === 'change' && content) {
    const { id, replaced } = await addRuleSet(tx, { levelId, rules: ruleSetInput.parse(content) });
    return { ruleSetVersionId: id, replaced };
  }
  if (!ruleSetVersionId) throw new DomainError('not-found', 'frameworks.no-rules');
  await withdrawRuleSet(tx, { ruleSetId: ruleSetVersionId });
  return { ruleSetVersionId, replaced: [] };
}

/** The text that the decision is about must be the one that was read; a withdrawal has nothing to send back to. */
function requireSeen({ content, kind, ruleSetVersionId }: Amendment, { act, seen }: Decision): void {
  if (seen !== fingerprintOf(content ?? ruleSetVersionId))
    throw new DomainError('conflict', 'amendments.changed-meanwhile');
  if (kind === 'withdrawal' && act === 'return')
    throw new DomainError('conflict', 'amendments.nothing-to-edit');
}

/**
 * A registrar who wrote nothing of it approves, returns or refuses what was proposed. Approved rules are the level's
 * next version at once and in force from their day, which must still be ahead. Two approvals at once are one; the same
 * one sent twice happens once. Locks: amendment, level, audit head. Throws `amendments.not-a-registrar`,
 * `amendments.not-found`, `amendments.not-proposed`, `amendments.second-person`, `amendments.already-decided`,
 * `amendments.changed-meanwhile`, `amendments.nothing-to-edit`, `amendments.faulty`, `frameworks.begins-too-early`,
 * `frameworks.already-in-force`.
 */
export async function decideAmendment(
  ctx: Ctx,
  input: DecideAmendmentInput & { level: string },
): Promise<{ state: AmendmentState }> {
  const { actor, level, levels } = await requireAmender(ctx, input.level);
  const decision = decideAmendmentSchema.parse(input);
  const actorId = actor.accountId;
  return inTransaction(ctx, async (tx) => {
    const open = requireOf(await lockAmendment(tx.db, decision.amendmentId), level);
    const { act, note } = decision;
    const last = open.acts.at(-1);
    if (last?.act === act && last.actorId === actorId) return { state: amendmentState(open.acts) };
    const problem = obstacle(act, open.acts, actorId);
    if (problem) throw new DomainError('conflict', problem);
    requireSeen(open, decision);
    if (act === 'approve' && open.content) await requireFaultless(tx, { level, levels, rules: open.content });
    const { ruleSetVersionId, replaced } =
      act === 'approve' ? await carryOut(tx, open) : { ...open, replaced: [] };
    if (act !== 'return')
      await closeAmendment(tx.db, open.id, { closedAt: tx.clock.now(), ruleSetVersionId });
    await addAct(tx, open, { act, actorId, note });
    const state = amendmentState([...open.acts, { act }]);
    await recordAct(tx, {
      act: `amendments.${act === 'return' ? 'returned' : state}`,
      subject: { type: 'amendment', id: open.id },
      detail: {
        level: level.slug,
        kind: open.kind,
        ruleSetId: ruleSetVersionId,
        replaced,
        content: open.content,
        note,
      },
    });
    return { state };
  });
}
