import { LANGS } from '~/i18n/locales';
import { revisedText } from '~/i18n/revised-text';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { unprintableIn } from '~/platform/print/fonts.server';
import { requireAppointer } from './data/appointer.server';
import { insertSignatoryAct, insertTerm } from './data/signatories.server';
import { type AppointInput, appointSchema } from './inputs';

/** Documents print them: letters that the paper cannot show are refused where they were typed. */
async function requirePrintable(typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, text] of Object.entries(typed)) {
    const letters = await unprintableIn(text);
    const params = { letters: letters.slice(0, 5).join(' ') };
    if (letters.length > 0)
      throw new DomainError('invalid', 'frameworks.letters-not-printable', { field, params });
  }
}

/**
 * Proposes somebody who is to sign documents of a framework, from a day on; another registrar confirms it. The same form
 * sent twice is one. Throws `frameworks.level-not-found`, `frameworks.may-not-appoint`, and at their fields
 * `frameworks.until-before-from`, `frameworks.needs-original`, `frameworks.letters-not-printable`.
 */
export async function appointSignatory(ctx: Ctx, input: AppointInput & { level: string }): Promise<void> {
  const { actor, level } = await requireAppointer(ctx, input.level);
  const { office, organisation, ...term } = appointSchema.parse(input);
  const until = term.until ?? null;
  if (until && until < term.from)
    throw new DomainError('invalid', 'frameworks.until-before-from', { field: 'until' });
  for (const [field, text] of Object.entries({ office, organisation }))
    if (!text[text.original])
      throw new DomainError('invalid', 'frameworks.needs-original', { field: `${field}.${text.original}` });
  const printed = LANGS.flatMap((lang) => [
    [`office.${lang}`, office[lang]],
    [`organisation.${lang}`, organisation[lang]],
  ]);
  await requirePrintable({ name: term.name, ...Object.fromEntries(printed) });
  await inTransaction(ctx, async (tx) => {
    const [id, recordedAt] = [newId(), tx.clock.now()];
    const author = { by: actor.accountId, at: recordedAt };
    const row = {
      ...term,
      until,
      id,
      frameworkId: level.framework.id,
      office: revisedText(null, office, author),
      organisation: revisedText(null, organisation, author),
    };
    if (!(await insertTerm(tx.db, row))) return;
    const act = { act: 'appoint' as const, on: null, document: term.document, actorId: actor.accountId };
    await insertSignatoryAct(tx.db, { ...act, signatoryId: id, position: 1, recordedAt });
    await recordAct(tx, {
      act: 'frameworks.signatory-proposed',
      subject: { type: 'signatory', id },
      detail: { ...row, framework: level.framework.slug },
    });
  });
}
