import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import { mayReadReports, partFor, readingReach } from '../policy';
import type { ReportFramework, StoredReport } from '../types';
import { loadFrameworks } from './framework.server';
import { findReport } from './reports.server';

export type OpenedReport = { report: StoredReport; framework: ReportFramework; place: string };

/**
 * A report as its reader may open it, with the part they get. Throws `reports.not-a-reader`, and
 * `reports.report-not-found` also for a place that they do not reach.
 */
export async function openReport(
  ctx: Ctx,
  { reportId, place }: { reportId: string; place: string },
): Promise<OpenedReport> {
  if (!mayReadReports(ctx.actor)) throw new DomainError('forbidden', 'reports.not-a-reader');
  const report = isId(reportId) ? await findReport(ctx.db, reportId) : null;
  const framework = report
    ? (await loadFrameworks(ctx)).find(({ id }) => id === report.frameworkId)
    : undefined;
  if (report && framework) {
    const part = partFor(readingReach(ctx.actor, framework.path), report.path, place);
    if (part !== null) return { report, framework, place: part };
  }
  throw new DomainError('not-found', 'reports.report-not-found');
}
