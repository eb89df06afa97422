import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { openForWriting } from './data/state.server';
import { markRelationRemoved, selectRelation } from './data/writes.server';
import { relationInput } from './inputs';
import { mayEditLexicon } from './policy';

/** Unties two techniques; the tie stays on record. Removed twice: nothing happens the second time. Errors: forbidden; not-found. */
export async function removeRelation(ctx: Ctx, input: { relationId: string }): Promise<void> {
  const { relationId } = relationInput.parse(input);
  if (!mayEditLexicon(ctx.actor)) throw new DomainError('forbidden', 'lexicon.cannot-edit');
  await inTransaction(ctx, async (tx) => {
    await openForWriting(tx);
    const relation = await selectRelation(tx, relationId);
    if (!relation) throw new DomainError('not-found', 'lexicon.no-such-relation');
    if (relation.removedAt) return;
    await markRelationRemoved(tx, relationId);
    await recordAct(tx, {
      act: 'lexicon.relation-removed',
      subject: { type: 'technique', id: relation.fromId },
      detail: { relationId, kind: relation.kind, to: relation.toId },
    });
  });
}
