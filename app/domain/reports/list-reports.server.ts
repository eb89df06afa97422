import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import { isLocalDate } from '~/platform/local-date';
import { loadFrameworks } from './data/framework.server';
import { findReportPage, type ReportCursor } from './data/reports.server';
import { type ListReportsInput, listReportsSchema } from './inputs';
import { mayOrderReports, mayReadReports, orderingReach, partFor, readingReach } from './policy';
import type { ReportFramework, ReportLine } from './types';

/** A framework of which the actor may order reports, and the places for which. */
export type OrderableFramework = Pick<ReportFramework, 'slug' | 'name' | 'zone'> & {
  reach: readonly string[];
  today: string;
};

export type ReportList = {
  rows: ReportLine[];
  next: string | null;
  frameworks: Pick<ReportFramework, 'slug' | 'name'>[];
  /** Empty for those who only read. */
  orderable: OrderableFramework[];
};

const PAGE = 30;

/** '<day>_<id>'; null for anything else. */
function readCursor(text: string): ReportCursor | null {
  const [on = '', id = ''] = text.split('_');
  return isLocalDate(on) && isId(id) ? { on, id } : null;
}

/** The stored reports that hold numbers the actor may read, the newest day first. Throws `reports.not-a-reader`. */
export async function listReports(ctx: Ctx, input: ListReportsInput): Promise<ReportList> {
  const { actor } = ctx;
  if (!mayReadReports(actor)) throw new DomainError('forbidden', 'reports.not-a-reader');
  const { framework, on, after } = listReportsSchema.parse(input);
  const all = await loadFrameworks(ctx);
  const reaches = new Map(all.map(({ id, path }) => [id, readingReach(actor, path)]));
  const readable = all
    .filter(({ slug }) => framework === '' || slug === framework)
    .map(({ id }) => ({ frameworkId: id, reach: reaches.get(id) ?? [] }));
  const rows = await findReportPage(ctx.db, { readable, on }, readCursor(after), PAGE + 1);
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  const lines = rows.slice(0, PAGE).flatMap(({ frameworkId, path, ...row }): ReportLine[] => {
    const own = all.find(({ id }) => id === frameworkId);
    const place = partFor(reaches.get(frameworkId) ?? [], path, '');
    return own && place !== null ? [{ ...row, framework: own.name, zone: own.zone, place }] : [];
  });
  const orderable = mayOrderReports(actor)
    ? all.map(({ slug, name, zone, path }) => ({
        ...{ slug, name, zone },
        reach: orderingReach(actor, path),
        today: ctx.clock.today(zone),
      }))
    : [];
  return {
    rows: lines,
    next: last ? `${last.on}_${last.id}` : null,
    frameworks: all.map(({ slug, name }) => ({ slug, name })),
    orderable,
  };
}
