import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { countTotals } from './data/count-totals.server';
import { loadFrameworks } from './data/framework.server';
import { closeReport, findReport, noteProgress } from './data/reports.server';
import { waitUntilSettled } from './data/settled.server';
import type { CountReportInput } from './inputs';
import { checksumOf } from './rules/totals';
import type { ReportTotals, StoredReport } from './types';

/** Acts that were on their way at the moment of the order are over by then. */
const PATIENCE_MS = 75_000;

/** Totals, checksum and act in one transaction; of two counts at once the first one counts, and both are equal. */
const keep = (ctx: Ctx, report: StoredReport, totals: ReportTotals): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const sha256 = checksumOf(totals);
    const counted = { totals, sha256, at: tx.clock.now(), levelsDone: report.levelsAll };
    if (!(await closeReport(tx.db, report.id, counted))) return;
    const { framework, path, on, knownAt } = totals;
    await recordAct(tx, {
      act: 'reports.report-counted',
      subject: { type: 'report', id: report.id },
      detail: { framework, path, on, knownAt, sha256 },
    });
  });

/**
 * Body of the job `reports.count`: counts an ordered report and closes it. A second run changes nothing. `withinMs`: no
 * further level is begun after so long, the job does the rest.
 */
export async function countReport(
  ctx: Ctx,
  { reportId, withinMs }: CountReportInput & { withinMs?: number },
): Promise<void> {
  const end = performance.now() + (withinMs ?? Number.POSITIVE_INFINITY);
  const report = await findReport(ctx.db, reportId);
  if (!report) throw new Error(`There is no report ${reportId}`);
  if (report.counted) return;
  if (!(await waitUntilSettled(ctx.db, report.knownAt, withinMs ?? PATIENCE_MS))) {
    if (withinMs === undefined) throw new Error(`Acts before the report ${reportId} are still being written`);
    return;
  }
  const framework = (await loadFrameworks(ctx)).find(({ id }) => id === report.frameworkId);
  if (!framework) throw new Error(`The framework of the report ${reportId} is not here`);
  const totals = await countTotals(ctx, report, framework, async (levelsDone) => {
    await noteProgress(ctx.db, reportId, levelsDone);
    return levelsDone === framework.levels.length || performance.now() < end;
  });
  if (totals) await keep(ctx, report, totals);
}
