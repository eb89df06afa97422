import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { hasFramework, insertFramework } from './data/frameworks.server';
import { type DefineFrameworkInput, defineFrameworkSchema } from './inputs';
import { canDefineFramework } from './policy';
import { faultsOf } from './rules/faults';

const isRepeated = (values: readonly (string | number)[]): boolean => new Set(values).size !== values.length;

/**
 * Writes a whole ladder: framework, levels, rule sets with their first days. Throws `frameworks.may-not-define`,
 * `frameworks.exists` (the slug is taken) and `frameworks.not-clear` (rule sets, ranks, criteria, points or tiers collide).
 */
export async function defineFramework(ctx: Ctx, input: DefineFrameworkInput): Promise<{ id: string }> {
  if (!canDefineFramework(ctx.actor, input.path))
    throw new DomainError('forbidden', 'frameworks.may-not-define');
  const parsed = defineFrameworkSchema.parse(input);
  const collides = parsed.levels.some(
    ({ ruleSets, criteria }) =>
      isRepeated(ruleSets.map(({ effectiveFrom }) => effectiveFrom)) ||
      ruleSets.some((rules) => faultsOf(rules, null).length > 0) ||
      isRepeated(criteria.items.map(({ key }) => key)),
  );
  if (collides || isRepeated(parsed.levels.map(({ rank }) => rank))) {
    throw new DomainError('invalid', 'frameworks.not-clear');
  }
  return inTransaction(ctx, async (tx) => {
    if (await hasFramework(tx.db, parsed.slug)) throw new DomainError('conflict', 'frameworks.exists');
    const id = await insertFramework(tx.db, parsed, tx.clock.now());
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'frameworks.framework-defined',
      subject: { type: 'framework', id },
      detail: { slug: parsed.slug, levels: parsed.levels.map(({ slug }) => slug) },
    });
    return { id };
  });
}
