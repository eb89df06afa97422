import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { isId } from '~/platform/ids';
import { mayReadReports, partFor, readingReach } from '../policy';
import { checksumOf, partOf } from '../rules/totals';
import type { ReportFramework, ReportView, StoredReport } from '../types';
import { loadFrameworks } from './framework.server';
import { loadPlaceNames } from './place-names.server';
import { findReport } from './reports.server';

export type OpenedReport = { report: StoredReport; framework: ReportFramework; place: string };

/** Whether there is such a place: the report's own, one that is counted in it, or one that the house knows. */
async function isThere(ctx: Ctx, { path, counted }: StoredReport, place: string): Promise<boolean> {
  if (place === path || counted?.totals.rows.some((row) => row.place.startsWith(place))) return true;
  return Object.hasOwn(await loadPlaceNames(ctx), place);
}

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
    if (part !== null && (place === '' || (await isThere(ctx, report, part))))
      return { report, framework, place: part };
  }
  throw new DomainError('not-found', 'reports.report-not-found');
}

/** The report or the part that the reader gets, with the checksum of exactly these totals. Throws as `openReport` does. */
export async function partOfReport(
  ctx: Ctx,
  input: { reportId: string; place: string },
): Promise<ReportView> {
  const { report, framework, place } = await openReport(ctx, input);
  const { id, path, on, knownAt, levelsAll, levelsDone, counted } = report;
  const view = { id, path, on, knownAt, levelsAll, levelsDone, framework, place };
  if (!counted || place === path) return { ...view, counted };
  const totals = partOf(counted.totals, place);
  return { ...view, counted: { totals, sha256: checksumOf(totals), at: counted.at } };
}
