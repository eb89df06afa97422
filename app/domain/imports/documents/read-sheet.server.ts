import { type Cell, columnIndex, daySerial, isEmptyRow, type TableRow } from '../rules/cells';
import { type Merge, MergeSpreader, readMerge } from './merges';
import { readXml, type XmlEvent } from './read-xml.server';
import { LONGEST_CELL, MOST_COLUMNS } from './table';
import type { Workbook } from './workbook.server';
import type { Archive } from './zip-archive.server';

/** A tag's end may come with the next piece. */
const CARRIED = 300;

/** Counts the rows of a sheet and finds its merged cells, which stand behind them. */
export async function scanSheet(archive: Archive, file: string): Promise<{ rows: number; merges: Merge[] }> {
  let [rows, carried] = [0, ''];
  const merges: Merge[] = [];
  for await (const piece of archive.text(file)) {
    rows += (piece.match(/<(?:\w+:)?row[\s>]/g) ?? []).length;
    const text = carried + piece;
    let end = 0;
    for (const match of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z0-9:]+)"/g)) {
      const merge = readMerge(match[1] ?? '');
      if (merge) merges.push(merge);
      end = match.index + match[0].length;
    }
    carried = text.slice(Math.max(end, text.length - CARRIED));
  }
  return { rows, merges };
}

const EPOCH_1904 = 1462;

/** Reads the cells of one sheet from its events. */
class SheetReader {
  private row: TableRow | null = null;
  private at = 0;
  private type = 'n';
  private style = 0;
  private value = '';
  private isFormula = false;
  private isValue = false;
  private isReading = false;
  private rowNo = 0;

  constructor(private readonly book: Workbook) {}

  /** The row that ends with this event, if one does. */
  take(event: XmlEvent): TableRow | null {
    if (event.kind === 'text') {
      if (this.isValue && !this.isReading) this.value += event.text;
      return null;
    }
    return event.kind === 'open' ? this.open(event.name, event.attributes) : this.close(event.name);
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): null {
    if (name === 'row') {
      this.rowNo = Number(attributes.r ?? this.rowNo + 1);
      this.row = { no: this.rowNo, cells: [] };
      this.at = -1;
    } else if (name === 'c') {
      const letters = /^[A-Z]+/.exec(attributes.r ?? '')?.[0];
      this.at = letters ? columnIndex(letters) : this.at + 1;
      this.type = attributes.t ?? 'n';
      this.style = Number(attributes.s ?? 0);
      this.value = '';
      this.isFormula = false;
    } else if (name === 'f') this.isFormula = true;
    else if (name === 'v' || name === 't') this.isValue = true;
    else if (name === 'rPh') this.isReading = true;
    return null;
  }

  private close(name: string): TableRow | null {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'rPh') this.isReading = false;
    else if (name === 'c' && this.row && this.at < MOST_COLUMNS) {
      while (this.row.cells.length < this.at) this.row.cells.push(null);
      this.row.cells[this.at] = this.cell();
    } else if (name === 'row') return this.row;
    return null;
  }

  private cell(): Cell {
    const { value, type } = this;
    // A formula whose result is an empty text says so by its type.
    if (value === '') return this.isFormula && type !== 'str' ? { uncomputed: true } : null;
    if (type === 's') return (this.book.strings[Number(value)] ?? '').slice(0, LONGEST_CELL);
    if (type !== 'n') return value.slice(0, LONGEST_CELL);
    const number = Number(value);
    if (!Number.isFinite(number)) return value.slice(0, LONGEST_CELL);
    const day = this.book.isDay(this.style)
      ? daySerial(number + (this.book.from1904 ? EPOCH_1904 : 0))
      : null;
    return day ? { day } : number;
  }
}

/** The rows of a sheet with merged cells spread; headings and empty rows are left out. */
export async function* readSheet(
  archive: Archive,
  book: Workbook,
  { file, merges }: { file: string; merges: readonly Merge[] },
): AsyncGenerator<TableRow> {
  const [reader, spreader] = [new SheetReader(book), new MergeSpreader(merges)];
  for await (const event of readXml(archive.text(file))) {
    const row = reader.take(event);
    const whole = row && spreader.spread(row);
    if (whole && !isEmptyRow(whole)) yield whole;
  }
}
