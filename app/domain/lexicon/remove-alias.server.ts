import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { openForWriting } from './data/state.server';
import { markNameRemoved, selectName } from './data/writes.server';
import { aliasInput } from './inputs';
import { mayEditLexicon } from './policy';

/** Takes a further name away; it stays on record and can come back. Removed twice: nothing happens the second time. Errors: forbidden; not-found. */
export async function removeAlias(ctx: Ctx, input: { aliasId: string }): Promise<void> {
  const { aliasId } = aliasInput.parse(input);
  if (!mayEditLexicon(ctx.actor)) throw new DomainError('forbidden', 'lexicon.cannot-edit');
  await inTransaction(ctx, async (tx) => {
    await openForWriting(tx);
    const name = await selectName(tx, aliasId);
    if (!name) throw new DomainError('not-found', 'lexicon.no-such-name');
    if (name.removedAt) return;
    await markNameRemoved(tx, aliasId);
    await recordAct(tx, {
      act: 'lexicon.alias-removed',
      subject: { type: 'technique', id: name.techniqueId },
      detail: { aliasId, text: name.text },
    });
  });
}
