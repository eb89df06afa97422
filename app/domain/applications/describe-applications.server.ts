import { listLevels } from '~/domain/frameworks/list-levels.server';
import type { Level } from '~/domain/frameworks/types';
import { isRegistrar, scopeOf } from '~/domain/licensing/policy';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import {
  type ApplicationListRow,
  countApplications,
  findApplicationPage,
  findApplicationRows,
} from './data/application-list.server';
import { type ListApplicationsInput, listApplicationsSchema } from './inputs';
import { queueFilter } from './rules/queue-filter';

export type WhichApplications =
  | { ids: readonly string[] }
  /** The oldest of a filter of the queue that are still open, at most `take`. */
  | { queue: ListApplicationsInput; take: number };

export type DescribedApplications = {
  rows: ReadonlyMap<string, ApplicationListRow>;
  /** How many were asked for, or are in the filter. */
  total: number;
  levels: Level[];
};

/** Who asked for what, of the applications that the actor reaches; others are left out. Throws `applications.not-a-registrar`. */
export async function describeApplications(
  ctx: Ctx,
  which: WhichApplications,
): Promise<DescribedApplications> {
  if (!isRegistrar(ctx.actor)) throw new DomainError('forbidden', 'applications.not-a-registrar');
  const levels = await listLevels(ctx);
  const scope = scopeOf(ctx.actor, levels);
  const byId = (rows: readonly ApplicationListRow[]) => new Map(rows.map((row) => [row.id, row]));
  if ('ids' in which) {
    const rows = await findApplicationRows(ctx.db, which.ids, scope);
    return { rows: byId(rows), total: which.ids.length, levels };
  }
  const asked = listApplicationsSchema.parse(which.queue);
  const filter = queueFilter(
    { ...asked, list: asked.list === 'closed' ? 'open' : asked.list },
    levels,
    scope,
  );
  const rows = await findApplicationPage(ctx.db, filter, null, which.take);
  return { rows: byId(rows), total: await countApplications(ctx.db, filter), levels };
}
