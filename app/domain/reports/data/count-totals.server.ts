import { countLicences } from '~/domain/licensing/count-licences.server';
import type { Ctx } from '~/platform/context';
import { sortedRows } from '../rules/totals';
import type { ReportFramework, ReportOrder, ReportRow, ReportTotals } from '../types';

/** Raised whenever a row gets another figure. */
const TOTALS_VERSION = 1;

/** What to do after so many levels; false ends the count. */
type AfterLevel = (levelsDone: number) => Promise<boolean>;

/** Counts the totals of an order, level by level. The same facts give the same totals; null when it was ended. */
export async function countTotals(
  ctx: Ctx,
  { path, on, knownAt }: ReportOrder,
  { slug, zone, levels }: ReportFramework,
  afterLevel: AfterLevel = async () => true,
): Promise<ReportTotals | null> {
  const rows: ReportRow[] = [];
  for (const [index, level] of levels.entries()) {
    const found = await countLicences(ctx, { levelId: level.id, on, zone, knownAt, path });
    rows.push(...found.map((row) => ({ ...row, level: level.slug })));
    if (!(await afterLevel(index + 1))) return null;
  }
  return {
    version: TOTALS_VERSION,
    framework: slug,
    path,
    on,
    knownAt: knownAt.toISOString(),
    rows: sortedRows(rows),
  };
}
