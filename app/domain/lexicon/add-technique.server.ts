import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { openForWriting } from './data/state.server';
import { selectTechnique } from './data/techniques.server';
import { insertElements, insertNames, insertTechnique } from './data/writes.server';
import { type AddTechniqueInput, addTechniqueInput } from './inputs';
import { mayLoadLexicon } from './policy';
import { rawKey } from './rules/name-index';

/** Writes a technique of the Kodokan's list with its further names and the pieces its name is made of. Errors: forbidden; conflict when it is known. */
export async function addTechnique(ctx: Ctx, input: AddTechniqueInput): Promise<void> {
  const { names, aliases, elements, ...facts } = addTechniqueInput.parse(input);
  if (!mayLoadLexicon(ctx.actor)) throw new DomainError('forbidden', 'lexicon.cannot-edit');
  await inTransaction(ctx, async (tx) => {
    await openForWriting(tx);
    if (await selectTechnique(tx.db, facts.id)) throw new DomainError('conflict', 'lexicon.known-technique');
    const addedAt = tx.clock.now();
    await insertTechnique(tx, { ...facts, ...names, createdAt: addedAt });
    await insertElements(tx, elements);
    await insertNames(
      tx,
      aliases.map(({ text, script, kind, lang, source }) => ({
        ...{ id: newId(), techniqueId: facts.id, text, rawKey: rawKey(text), script, kind },
        ...{ lang: lang ?? null, source: source || null, addedAt },
      })),
    );
    await recordAct(tx, {
      act: 'lexicon.technique-added',
      subject: { type: 'technique', id: facts.id },
      detail: { names, aliases: aliases.map(({ text }) => text) },
    });
  });
}
