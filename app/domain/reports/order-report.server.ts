import { listOrganisations } from '~/domain/people/list-organisations.server';
import type { Actor } from '~/platform/actor';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { countReport } from './count-report.server';
import { loadFrameworks } from './data/framework.server';
import { insertReport } from './data/reports.server';
import { type OrderReportInput, orderReportSchema } from './inputs';
import { countReportJob } from './jobs.server';
import { EVERYWHERE, isReached, mayOrderReports, orderingReach } from './policy';
import type { ReportFramework } from './types';

/** So long a request counts by itself before it leaves the rest to the job. */
const AT_ONCE_MS = 1_500;

/** The place asked for, or the largest one; it must lie within the registrar's scope. */
async function requirePlace(
  ctx: Ctx,
  actor: Actor,
  framework: ReportFramework,
  asked: string,
): Promise<string> {
  const reach = orderingReach(actor, framework.path);
  const path = asked || (reach[0] ?? '');
  if (path === '' || !isReached(reach, path))
    throw new DomainError('invalid', 'reports.no-such-place', { field: 'path' });
  if (path === EVERYWHERE || reach.includes(path)) return path;
  if (!(await listOrganisations(ctx)).some((each) => each.path === path))
    throw new DomainError('invalid', 'reports.no-such-place', { field: 'path' });
  return path;
}

/**
 * A registrar orders the report of a framework and a place as of a day that has come, with everything known now. Gives
 * the report that is there already when the same order was sent, or the same day and place is being counted. Throws
 * `reports.not-a-registrar`, `reports.no-such-framework`, `reports.no-such-place`, `reports.day-ahead`.
 */
export async function orderReport(ctx: Ctx, input: OrderReportInput): Promise<{ reportId: string }> {
  const { actor } = ctx;
  if (!actor || !mayOrderReports(actor)) throw new DomainError('forbidden', 'reports.not-a-registrar');
  const asked = orderReportSchema.parse(input);
  const framework = (await loadFrameworks(ctx)).find(({ slug }) => slug === asked.framework);
  if (!framework) throw new DomainError('invalid', 'reports.no-such-framework', { field: 'framework' });
  const path = await requirePlace(ctx, actor, framework, asked.path);
  if (asked.on > ctx.clock.today(framework.zone))
    throw new DomainError('invalid', 'reports.day-ahead', { field: 'on' });
  const order = {
    frameworkId: framework.id,
    path,
    on: asked.on,
    knownAt: ctx.clock.now(),
    orderedBy: actor.accountId,
    orderKey: asked.orderKey,
    levelsAll: framework.levels.length,
  };
  const reportId = await inTransaction(ctx, async (tx) => {
    const { id, isNew } = await insertReport(tx.db, order);
    await tx.jobs.enqueue(countReportJob, { reportId: id }, { singletonKey: id });
    if (isNew)
      await recordAct(tx, {
        act: 'reports.report-ordered',
        subject: { type: 'report', id },
        detail: { framework: framework.slug, path, on: order.on, knownAt: order.knownAt.toISOString() },
      });
    return id;
  });
  await countAtOnce(ctx, reportId);
  return { reportId };
}

/** The order stands whatever becomes of this: the job counts what was not counted here. */
async function countAtOnce(ctx: Ctx, reportId: string): Promise<void> {
  try {
    await countReport(ctx, { reportId, withinMs: AT_ONCE_MS });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    ctx.log.warn({ reportId, reason }, 'a report was not counted at once');
  }
}
