import type { LocalizedText } from '~/i18n/content';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { openForWriting } from './data/state.server';
import { saveText, selectText } from './data/texts.server';
import { type ConfirmTextsInput, confirmTextsInput } from './inputs';
import { mayConfirm } from './policy';

/**
 * A native reader says that texts of a machine are right, as they stand or with changes; the pages stop marking them.
 * Texts that somebody confirmed before stay as they are. All or nothing. Errors: forbidden; not-found.
 */
export async function confirmTexts(ctx: Ctx, input: ConfirmTextsInput): Promise<{ confirmed: number }> {
  const { lang, texts } = confirmTextsInput.parse(input);
  if (!mayConfirm(ctx.actor, lang)) throw new DomainError('forbidden', 'lexicon.cannot-confirm');
  return inTransaction(ctx, async (tx) => {
    await openForWriting(tx);
    const done: string[] = [];
    for (const { ref, text } of texts) {
      const found = await selectText(tx, ref);
      const entry = found?.text[lang];
      if (!found || !entry) throw new DomainError('not-found', 'lexicon.no-such-text');
      if (entry.origin !== 'machine') continue;
      const at = tx.clock.now().toISOString();
      const by = tx.actor?.accountId;
      const reviewed: LocalizedText = {
        ...found.text,
        [lang]: { ...entry, text: text ?? entry.text, origin: 'reviewed', by, at },
      };
      await saveText(tx, { ...found, text: reviewed });
      done.push(ref);
    }
    if (done.length > 0)
      await recordAct(tx, {
        act: 'lexicon.texts-confirmed',
        subject: { type: 'lexicon', id: lang },
        detail: { lang, texts: texts.filter(({ ref }) => done.includes(ref)) },
      });
    return { confirmed: done.length };
  });
}
