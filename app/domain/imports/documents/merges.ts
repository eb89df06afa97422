import { type Cell, cellText, columnIndex, type TableRow } from '../rules/cells';

/** Cells that were merged into one; rows from 1, columns from 0, both ends inclusive. */
export type Merge = { top: number; bottom: number; left: number; right: number };

export function readMerge(ref: string): Merge | null {
  const [, left = '', top = '', right = '', bottom = ''] =
    /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(ref) ?? [];
  if (left === '') return null;
  return { top: Number(top), bottom: Number(bottom), left: columnIndex(left), right: columnIndex(right) };
}

/** So many columns in one cell with nothing beside it are a heading between the rows. */
const HEADING = 3;

/** Gives every cell of a merged field the value of its first; used from the first row to the last. */
export class MergeSpreader {
  private active: { merge: Merge; value: Cell }[] = [];
  private next = 0;
  private readonly merges: readonly Merge[];

  constructor(merges: readonly Merge[]) {
    this.merges = [...merges].sort((a, b) => a.top - b.top);
  }

  /** The row with its share of merged cells; null for a heading. */
  spread(row: TableRow): TableRow | null {
    const cells = [...row.cells];
    this.active = this.active.filter(({ merge }) => merge.bottom >= row.no);
    for (let merge = this.merges[this.next]; merge && merge.top <= row.no; merge = this.merges[this.next]) {
      if (merge.bottom >= row.no)
        this.active.push({ merge, value: merge.top === row.no ? (cells[merge.left] ?? null) : null });
      this.next += 1;
    }
    if (this.active.some(({ merge }) => isHeading(merge, row))) return null;
    for (const { merge, value } of this.active)
      for (let at = merge.left; at <= merge.right && value !== null; at += 1)
        if (cellText(cells[at]) === '') cells[at] = value;
    return { no: row.no, cells: Array.from(cells, (cell) => cell ?? null) };
  }
}

const isHeading = (merge: Merge, { no, cells }: TableRow): boolean =>
  merge.top === no &&
  merge.right - merge.left + 1 >= HEADING &&
  cells.every((cell, at) => at === merge.left || cellText(cell) === '');
