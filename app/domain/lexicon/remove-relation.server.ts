import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { openForWriting } from './data/state.server';
import { relationInput } from './inputs';
import { mayEditLexicon } from './policy';

/** Unties two techniques; the tie stays on record. Removed twice: nothing happens the second time. Errors: forbidden; not-found. */
export async function removeRelation(ctx: Ctx, input: { relationId: string }): Promise<void> {
  const { relationId } = relationInput.parse(input);
  if (!mayEditLexicon(ctx.actor)) throw new DomainError('forbidden', 'lexicon.cannot-edit');
  await inTransaction(ctx, async (tx) => {
    await openForWriting(tx);
    const relation = await tx.db.techniqueRelation.findUnique({ where: { id: relationId } });
    if (!relation) throw new DomainError('not-found', 'lexicon.no-such-relation');
    if (relation.removedAt) return;
    await tx.db.techniqueRelation.update({
      where: { id: relationId },
      data: { removedAt: tx.clock.now(), removedBy: tx.actor?.accountId ?? null },
    });
    await recordAct(tx, {
      act: 'lexicon.relation-removed',
      subject: { type: 'technique', id: relation.fromId },
      detail: { relationId, kind: relation.kind, to: relation.toId },
    });
  });
}
