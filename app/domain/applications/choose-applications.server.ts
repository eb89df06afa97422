import { listLevels } from '~/domain/frameworks/list-levels.server';
import { isRegistrar, scopeOf } from '~/domain/licensing/policy';
import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { countApplications, findApplicationPage } from './data/application-list.server';
import { type ListApplicationsInput, listApplicationsSchema } from './inputs';
import { queueFilter } from './rules/queue-filter';

/**
 * The applications of a filter of the queue that are still open, oldest first, at most `take`, and how many there are in
 * all. Throws `applications.not-a-registrar`.
 */
export async function chooseApplications(
  ctx: Ctx,
  { take, ...input }: ListApplicationsInput & { take: number },
): Promise<{ ids: string[]; total: number }> {
  if (!isRegistrar(ctx.actor)) throw new DomainError('forbidden', 'applications.not-a-registrar');
  const asked = listApplicationsSchema.parse(input);
  const levels = await listLevels(ctx);
  const list = asked.list === 'closed' ? 'open' : asked.list;
  const filter = queueFilter({ ...asked, list }, levels, scopeOf(ctx.actor, levels));
  const rows = await findApplicationPage(ctx.db, filter, null, take);
  return { ids: rows.map(({ id }) => id), total: await countApplications(ctx.db, filter) };
}
