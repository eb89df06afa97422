import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { openForWriting } from './data/state.server';
import { insertTerms } from './data/writes.server';
import { type AddTermInput, addTermInput } from './inputs';
import { mayLoadLexicon } from './policy';

/** Writes terms of the glossary; known ones stay as they are. Errors: forbidden. */
export async function addTerms(ctx: Ctx, terms: readonly AddTermInput[]): Promise<void> {
  if (!mayLoadLexicon(ctx.actor)) throw new DomainError('forbidden', 'lexicon.cannot-edit');
  const data = terms.map((term) => addTermInput.parse(term));
  await inTransaction(ctx, async (tx) => {
    await openForWriting(tx);
    const createdAt = tx.clock.now();
    const added = await insertTerms(
      tx,
      data.map((term) => ({ ...term, createdAt })),
    );
    if (added === 0) return;
    await recordAct(tx, {
      act: 'lexicon.terms-added',
      subject: { type: 'glossary', id: '1' },
      detail: { terms: data.map(({ id }) => id) },
    });
  });
}
