import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { openForWriting } from './data/state.server';
import { selectTechnique } from './data/techniques.server';
import { type AddRelationInput, addRelationInput, techniqueClass } from './inputs';
import { mayEditLexicon } from './policy';
import { isThrow } from './rules/classes';

/**
 * Ties two techniques: the second counters, follows or continues the first. It shows at once. Errors: forbidden;
 * not-found; invalid when both are the same or a continuation is no groundwork; conflict when they are tied so already.
 */
export async function addRelation(ctx: Ctx, input: AddRelationInput): Promise<{ relationId: string }> {
  const { kind, fromId, toId, source } = addRelationInput.parse(input);
  if (!mayEditLexicon(ctx.actor)) throw new DomainError('forbidden', 'lexicon.cannot-edit');
  return inTransaction(ctx, async (tx) => {
    await openForWriting(tx);
    const from = await selectTechnique(tx.db, fromId);
    if (!from) throw new DomainError('not-found', 'lexicon.no-such-technique');
    const to = await selectTechnique(tx.db, toId);
    if (!to) throw new DomainError('invalid', 'lexicon.unknown-name', { field: 'other' });
    if (fromId === toId) throw new DomainError('invalid', 'lexicon.same-technique', { field: 'other' });
    if (kind === 'continuation' && isThrow(techniqueClass.parse(to.class)))
      throw new DomainError('invalid', 'lexicon.not-groundwork', { field: 'other' });
    if (await tx.db.techniqueRelation.findFirst({ where: { fromId, toId, kind, removedAt: null } }))
      throw new DomainError('conflict', 'lexicon.known-relation', { field: 'other' });
    const relationId = newId();
    const by = { addedAt: tx.clock.now(), addedBy: tx.actor?.accountId ?? null };
    await tx.db.techniqueRelation.create({
      data: { id: relationId, fromId, toId, kind, source: source || null, ...by },
    });
    await recordAct(tx, {
      act: 'lexicon.relation-added',
      subject: { type: 'technique', id: fromId },
      detail: { relationId, kind, to: toId },
    });
    return { relationId };
  });
}
