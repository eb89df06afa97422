import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import type { LocalDate } from '~/platform/local-date';
import { countTotals } from './data/count-totals.server';
import { openReport } from './data/open-report.server';
import { firstDifference } from './rules/first-difference';
import { checksumOf, partOf } from './rules/totals';
import type { Difference, ReportTotals } from './types';

export type ReportCheck = {
  on: LocalDate;
  /** Of the totals counted now. */
  sha256: string;
  /** Null: equal to what is stored, to the last number. */
  difference: Difference | null;
  /** Whether the stored totals still have the checksum that they were stored with. */
  isIntact: boolean;
};

/** The same place, day and moment, counted anew. */
async function countAgain(ctx: Ctx, opened: Awaited<ReturnType<typeof openReport>>): Promise<ReportTotals> {
  const { report, framework, place } = opened;
  const totals = await countTotals(ctx, { ...report, path: place }, framework);
  if (!totals) throw new Error(`The report ${report.id} was not counted to its end`);
  return totals;
}

/**
 * Makes a report (or a part) again for the same day and with the facts known at the same moment, and says whether it is
 * equal. Keeps nothing but the act. Throws `reports.not-a-reader`, `reports.report-not-found`, `reports.not-counted`.
 */
export async function checkReport(
  ctx: Ctx,
  input: { reportId: string; place: string },
): Promise<ReportCheck> {
  const opened = await openReport(ctx, input);
  const { report, place } = opened;
  const { counted } = report;
  if (!counted) throw new DomainError('conflict', 'reports.not-counted');
  const totals = await countAgain(ctx, opened);
  const check = {
    sha256: checksumOf(totals),
    difference: firstDifference(partOf(counted.totals, place), totals),
    isIntact: checksumOf(counted.totals) === counted.sha256,
  };
  await inTransaction(ctx, (tx) =>
    recordAct(tx, {
      act: 'reports.report-checked',
      subject: { type: 'report', id: report.id },
      detail: { place, ...check },
    }),
  );
  return { on: report.on, ...check };
}
