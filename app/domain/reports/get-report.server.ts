import type { Ctx } from '~/platform/context';
import { openReport } from './data/open-report.server';
import { checksumOf, partOf } from './rules/totals';
import type { ReportView } from './types';

/**
 * A report, or the part of it at a place ('' = the largest that the reader reaches), with the checksum of exactly these
 * totals. Throws `reports.not-a-reader`, `reports.report-not-found`.
 */
export async function getReport(ctx: Ctx, input: { reportId: string; place: string }): Promise<ReportView> {
  const { report, framework, place } = await openReport(ctx, input);
  const { id, path, on, knownAt, levelsAll, levelsDone, counted } = report;
  const totals = counted && partOf(counted.totals, place);
  return {
    ...{ id, path, on, knownAt, levelsAll, levelsDone, framework, place },
    counted:
      counted && totals
        ? { totals, sha256: place === path ? counted.sha256 : checksumOf(totals), at: counted.at }
        : null,
  };
}
