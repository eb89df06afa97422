import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { indexTheme } from './data/index-theme.server';
import { findTheme, insertTheme } from './data/themes.server';
import type { DefineThemeInput } from './inputs';
import { canWriteCourse } from './policy';

/** Writes a methodology, seen at once. Errors: forbidden; conflict when the address is taken. */
export async function defineTheme(ctx: Ctx, input: DefineThemeInput): Promise<{ themeId: string }> {
  const organisation = await ctx.ports.findOrganisation(ctx, input.organisationId);
  if (!organisation || !canWriteCourse(ctx.actor, organisation.path))
    throw new DomainError('forbidden', 'catalogue.cannot-write');
  return inTransaction(ctx, async (tx) => {
    if (await findTheme(tx.db, input.slug))
      throw new DomainError('conflict', 'catalogue.theme-exists', { field: 'slug' });
    const id = newId();
    await insertTheme(tx.db, { ...input, id, createdAt: tx.clock.now() });
    await indexTheme(tx, input);
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'catalogue.theme-defined',
      subject: { type: 'theme', id },
      detail: { slug: input.slug },
    });
    return { themeId: id };
  });
}
