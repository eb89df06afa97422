import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { isRegistrar, scopeOf } from '~/domain/licensing/policy';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { type ApplicationListRow, findApplicationRows } from './data/application-list.server';

/** Who asked for what, of the applications that the actor reaches; others are left out. Throws `applications.not-a-registrar`. */
export async function describeApplications(
  ctx: Ctx,
  { ids }: { ids: readonly string[] },
): Promise<{ rows: ReadonlyMap<string, ApplicationListRow>; levels: Level[] }> {
  if (!isRegistrar(ctx.actor)) throw new DomainError('forbidden', 'applications.not-a-registrar');
  const levels = await listLevels(ctx);
  const rows = await findApplicationRows(ctx.db, ids, scopeOf(ctx.actor, levels));
  return { rows: new Map(rows.map((row) => [row.id, row])), levels };
}
