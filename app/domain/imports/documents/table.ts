import type { TableRow } from '../rules/cells';

export type TableFormat = 'xlsx' | 'csv';

/** One sheet of a file; `rows` counts those that hold anything. */
export type Sheet = { name: string; rows: number };

/** A file of rows, read as a stream. */
export type Table = {
  sheets: readonly Sheet[];
  /** The rows of a sheet, headings and empty ones left out. */
  rows(sheet: number): AsyncGenerator<TableRow>;
};

export type TableFault = 'damaged' | 'too-big-inside' | 'encoding' | 'no-rows';

/** Why a file cannot be read as a table. */
export class TableError extends Error {
  override readonly name = 'TableError';
  constructor(readonly fault: TableFault) {
    super(fault);
  }
}

/** Columns and signs of a cell that are read; no register has more. */
export const [MOST_COLUMNS, LONGEST_CELL] = [100, 1000];

const begins = (bytes: Uint8Array, ...signature: number[]): boolean =>
  signature.every((value, place) => bytes[place] === value);

/** What a file is by its own bytes: a zip may be a workbook, text may be CSV; 'xls' is the old workbook. */
export function formatOf(bytes: Uint8Array): TableFormat | 'xls' | null {
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx';
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'xls';
  const isUtf16 = begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff);
  return isUtf16 || !bytes.subarray(0, 4096).includes(0) ? 'csv' : null;
}
