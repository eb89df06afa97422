import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { requireFreeName } from './data/aliases.server';
import { openForWriting } from './data/state.server';
import { markNameBack, selectName } from './data/writes.server';
import { aliasInput, aliasKind } from './inputs';
import { mayEditLexicon } from './policy';

/** Brings a removed name back. Errors: forbidden; not-found; conflict when a technique has got that name meanwhile. */
export async function restoreAlias(ctx: Ctx, input: { aliasId: string }): Promise<void> {
  const { aliasId } = aliasInput.parse(input);
  if (!mayEditLexicon(ctx.actor)) throw new DomainError('forbidden', 'lexicon.cannot-edit');
  await inTransaction(ctx, async (tx) => {
    await openForWriting(tx);
    const name = await selectName(tx, aliasId);
    if (!name) throw new DomainError('not-found', 'lexicon.no-such-name');
    if (!name.removedAt) return;
    await requireFreeName(tx, { ...name, kind: aliasKind.parse(name.kind) });
    await markNameBack(tx, aliasId);
    await recordAct(tx, {
      act: 'lexicon.alias-restored',
      subject: { type: 'technique', id: name.techniqueId },
      detail: { aliasId, text: name.text },
    });
  });
}
