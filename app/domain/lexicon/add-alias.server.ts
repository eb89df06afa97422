import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { requireFreeName } from './data/aliases.server';
import { openForWriting } from './data/state.server';
import { selectTechnique } from './data/techniques.server';
import { insertNames } from './data/writes.server';
import { type AddAliasInput, addAliasInput } from './inputs';
import { mayEditLexicon } from './policy';
import { isInScript } from './rules/scripts';

/**
 * Gives a technique a further name; it is found from the next search on. Errors: forbidden; not-found; invalid when the
 * letters are of another script; conflict when the technique or another one has the name.
 */
export async function addAlias(ctx: Ctx, input: AddAliasInput): Promise<{ aliasId: string }> {
  const { techniqueId, text, script, kind, lang, source } = addAliasInput.parse(input);
  if (!mayEditLexicon(ctx.actor)) throw new DomainError('forbidden', 'lexicon.cannot-edit');
  if (!isInScript(text, script))
    throw new DomainError('invalid', 'lexicon.other-script', { field: 'script' });
  return inTransaction(ctx, async (tx) => {
    await openForWriting(tx);
    if (!(await selectTechnique(tx.db, techniqueId)))
      throw new DomainError('not-found', 'lexicon.no-such-technique');
    const rawKey = await requireFreeName(tx, { techniqueId, text, kind });
    const aliasId = newId();
    const by = { addedAt: tx.clock.now(), addedBy: tx.actor?.accountId ?? null };
    const facts = { id: aliasId, techniqueId, text, rawKey, script, kind };
    await insertNames(tx, [{ ...facts, lang: lang ?? null, source: source || null, ...by }]);
    await recordAct(tx, {
      act: 'lexicon.alias-added',
      subject: { type: 'technique', id: techniqueId },
      detail: { aliasId, text, script, kind },
    });
    return { aliasId };
  });
}
