import type { RowHead, StandingName, TableRow } from './report-tables';
import { STANDINGS } from './report-tables';

export type ChartPart = {
  standing: StandingName;
  count: number;
  /** Begin and length, in hundredths of the longest bar. */
  from: number;
  length: number;
};
export type ChartBar = { key: string; head: RowHead; total: number; parts: readonly ChartPart[] };

/** Rounded so that the same report is drawn with the same digits everywhere. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** One bar for each row whose first cells are the standings; the longest is 100 long. */
export function chartBars(rows: readonly TableRow[]): ChartBar[] {
  const totals = rows.map(({ cells }) => STANDINGS.reduce((sum, _name, at) => sum + (cells[at] ?? 0), 0));
  const longest = Math.max(1, ...totals);
  return rows.map(({ key, head, cells }, index) => {
    let before = 0;
    const parts = STANDINGS.flatMap((standing, at): ChartPart[] => {
      const count = cells[at] ?? 0;
      const from = before;
      before += count;
      if (count === 0) return [];
      return [
        {
          standing,
          count,
          from: rounded((from / longest) * 100),
          length: rounded((count / longest) * 100),
        },
      ];
    });
    return { key, head, total: totals[index] ?? 0, parts };
  });
}
