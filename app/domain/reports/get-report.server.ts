import type { Ctx } from '~/platform/context';
import { partOfReport } from './data/open-report.server';
import { loadPlaceNames } from './data/place-names.server';
import { type ReportSection, reportSection } from './documents/report-paper';
import type { ReportView } from './types';

export type ReportPage = Omit<ReportView, 'counted' | 'framework'> & {
  zone: string;
  sha256: string | null;
  /** Everything that the report says in the reader's language; null while it is counted. */
  section: ReportSection | null;
};

/**
 * A report, or the part of it at a place ('' = the largest that the reader reaches), in the reader's language, with the
 * checksum of exactly these totals. Throws `reports.not-a-reader`, `reports.report-not-found`.
 */
export async function getReport(ctx: Ctx, input: { reportId: string; place: string }): Promise<ReportPage> {
  const { counted, framework, ...view } = await partOfReport(ctx, input);
  const page = { ...view, zone: framework.zone };
  if (!counted) return { ...page, sha256: null, section: null };
  const section = reportSection({ ...view, framework, counted }, await loadPlaceNames(ctx), ctx.lang);
  return { ...page, sha256: counted.sha256, section };
}
