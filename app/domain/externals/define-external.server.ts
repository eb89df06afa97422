import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { hasExternal, insertExternal } from './data/externals.server';
import { type DefineExternalInput, defineExternalSchema } from './inputs';
import { canDefineExternal } from './policy';

/**
 * Writes a family of papers of others with all its levels. Throws `externals.may-not-define`, and `externals.exists`
 * when its slug is taken.
 */
export async function defineExternal(ctx: Ctx, input: DefineExternalInput): Promise<{ id: string }> {
  if (!canDefineExternal(ctx.actor, input.path))
    throw new DomainError('forbidden', 'externals.may-not-define');
  const parsed = defineExternalSchema.parse(input);
  return inTransaction(ctx, async (tx) => {
    if (await hasExternal(tx.db, parsed.slug)) throw new DomainError('conflict', 'externals.exists');
    const id = await insertExternal(tx.db, parsed);
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'externals.defined',
      subject: { type: 'external-framework', id },
      detail: { slug: parsed.slug, source: parsed.source, levels: parsed.levels.map(({ slug }) => slug) },
    });
    return { id };
  });
}
