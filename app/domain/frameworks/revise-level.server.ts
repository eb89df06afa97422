import type { z } from 'zod';
import { LANGS } from '~/i18n/locales';
import { revisedText, type TypedText } from '~/i18n/revised-text';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { unprintableIn } from '~/platform/print/fonts.server';
import { saveLevelTexts } from './data/frameworks.server';
import { findLevel } from './data/levels.server';
import { lockLevel } from './data/rule-sets.server';
import { levelTexts } from './inputs';
import { canDefineFramework } from './policy';

/** Names stand on documents: letters that the paper cannot show are refused where they were typed. */
async function requirePrintable(name: z.output<typeof levelTexts>['name']): Promise<void> {
  for (const lang of LANGS) {
    const letters = await unprintableIn(name[lang]);
    if (letters.length === 0) continue;
    const params = { letters: letters.slice(0, 5).join(' ') };
    throw new DomainError('invalid', 'frameworks.letters-not-printable', { field: `name.${lang}`, params });
  }
}

type Input = z.input<typeof levelTexts> & { level: string };

/**
 * Says anew, in four languages, what a level is called and what it is. Documents keep the names they were issued with.
 * Words left as they were keep who wrote them; sent twice, they are written once. Throws `frameworks.level-not-found`,
 * `frameworks.may-not-define`, and at their fields `frameworks.needs-original`, `frameworks.letters-not-printable`.
 */
export async function reviseLevel(ctx: Ctx, input: Input): Promise<void> {
  const { original, name, summary } = levelTexts.parse(input);
  const found = await findLevel(ctx.db, input.level);
  if (!found) throw new DomainError('not-found', 'frameworks.level-not-found');
  const { actor } = ctx;
  if (!actor || !canDefineFramework(actor, found.framework.path))
    throw new DomainError('forbidden', 'frameworks.may-not-define');
  const typed = { name: { original, ...name }, summary: { original, ...summary } };
  for (const [field, text] of Object.entries(typed) as [string, TypedText][])
    if (!text[original])
      throw new DomainError('invalid', 'frameworks.needs-original', { field: `${field}.${original}` });
  await requirePrintable(name);
  await inTransaction(ctx, async (tx) => {
    await lockLevel(tx.db, found.id);
    const before = await findLevel(tx.db, input.level);
    const author = { by: actor.accountId, at: tx.clock.now() };
    const texts = {
      name: revisedText(before?.name ?? null, typed.name, author),
      summary: revisedText(before?.summary ?? null, typed.summary, author),
    };
    const told = { name: before?.name, summary: before?.summary };
    if (JSON.stringify(texts) === JSON.stringify(told)) return;
    await saveLevelTexts(tx.db, found.id, texts);
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'frameworks.level-revised',
      subject: { type: 'level', id: found.id },
      detail: { level: input.level, before: told, after: texts },
    });
  });
}
