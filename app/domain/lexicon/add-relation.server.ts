import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { loadNameIndex } from './data/name-index.server';
import { openForWriting } from './data/state.server';
import { selectTechnique } from './data/techniques.server';
import { findCurrentRelation, insertRelation } from './data/writes.server';
import { type AddRelationInput, addRelationInput, techniqueClass } from './inputs';
import { mayEditLexicon } from './policy';
import { isThrow } from './rules/classes';
import { matchNames } from './rules/match-names';

/**
 * Ties two techniques: the other one, given by its id or any of its names, counters, follows or continues the first. Errors: forbidden;
 * not-found; invalid when both are the same or a continuation is no groundwork; conflict when they are tied so already.
 */
export async function addRelation(ctx: Ctx, input: AddRelationInput): Promise<{ relationId: string }> {
  const { kind, fromId, other, source } = addRelationInput.parse(input);
  if (!mayEditLexicon(ctx.actor)) throw new DomainError('forbidden', 'lexicon.cannot-edit');
  return inTransaction(ctx, async (tx) => {
    await openForWriting(tx);
    const from = await selectTechnique(tx.db, fromId);
    if (!from) throw new DomainError('not-found', 'lexicon.no-such-technique');
    const toId = await idOf(tx, other);
    const to = toId && (await selectTechnique(tx.db, toId));
    if (!to) throw new DomainError('invalid', 'lexicon.unknown-name', { field: 'other' });
    if (fromId === toId) throw new DomainError('invalid', 'lexicon.same-technique', { field: 'other' });
    if (kind === 'continuation' && isThrow(techniqueClass.parse(to.class)))
      throw new DomainError('invalid', 'lexicon.not-groundwork', { field: 'other' });
    if (await findCurrentRelation(tx, { fromId, toId, kind }))
      throw new DomainError('conflict', 'lexicon.known-relation', { field: 'other' });
    const relationId = newId();
    await insertRelation(tx, { id: relationId, fromId, toId, kind, source: source || null });
    await recordAct(tx, {
      act: 'lexicon.relation-added',
      subject: { type: 'technique', id: fromId },
      detail: { relationId, kind, to: toId },
    });
    return { relationId };
  });
}

/** Whose id or whole name this is, in any spelling; null when nobody's. */
async function idOf(tx: Ctx, other: string): Promise<string | null> {
  if (await selectTechnique(tx.db, other)) return other;
  const { index } = await loadNameIndex(tx);
  const [best] = matchNames(index, other, tx.lang);
  return best?.quality === 'exact' ? best.entry.id : null;
}
