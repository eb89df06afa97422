import { ruleSetInput } from '~/domain/frameworks/inputs';
import type { Level } from '~/domain/frameworks/types';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { insertAmendment, lockOpenAmendment } from './data/amendments.server';
import { addAct, requireAmender } from './data/open-case.server';
import { amendmentState } from './rules/amendment-state';
import { nextNewYear, rulesWithout } from './rules/following';

/** What the rules of the next year would be without a change. */
function copiedRules(level: Level, today: string) {
  const effectiveFrom = nextNewYear(today);
  const base = rulesWithout(level.ruleSets, effectiveFrom);
  if (!base) throw new DomainError('not-found', 'frameworks.no-rules');
  return ruleSetInput.parse({ ...base, effectiveFrom });
}

/**
 * Begins a change of a level's rules with a copy of those that would be in force on the next 1 January. A draft that is
 * open already is given instead. Throws `amendments.not-a-registrar`, `frameworks.level-not-found`,
 * `frameworks.no-rules`, `amendments.one-at-a-time` (something else is open for the level).
 */
export async function openDraft(ctx: Ctx, input: { level: string }): Promise<{ amendmentId: string }> {
  const { actor, level } = await requireAmender(ctx, input.level);
  const today = ctx.clock.today(level.framework.zone);
  const content = copiedRules(level, today);
  return inTransaction(ctx, async (tx) => {
    const id = newId();
    const openedAt = tx.clock.now();
    const row = { id, levelId: level.id, kind: 'change' as const, ruleSetVersionId: null, openedAt };
    if (!(await insertAmendment(tx.db, { ...row, content }))) {
      const open = await lockOpenAmendment(tx.db, level.id);
      if (open?.kind === 'change' && amendmentState(open.acts) === 'draft') return { amendmentId: open.id };
      throw new DomainError('conflict', 'amendments.one-at-a-time');
    }
    await addAct(tx, { id, acts: [] }, { act: 'draft', actorId: actor.accountId });
    await recordAct(tx, {
      act: 'amendments.draft-opened',
      subject: { type: 'amendment', id },
      detail: { level: level.slug, effectiveFrom: content.effectiveFrom },
    });
    return { amendmentId: id };
  });
}
