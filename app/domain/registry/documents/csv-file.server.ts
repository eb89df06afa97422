import { stringify } from 'csv-stringify/sync';
import type { Cell } from '../rules/cell';

export const CSV_TYPE = 'text/csv; charset=utf-8';

/** Commas and CR LF (RFC 4180); what a spreadsheet would take for a formula becomes a text by an apostrophe. */
const FORM = { record_delimiter: 'windows', escape_formulas: true } as const;

const asText = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.day);

/** A header and rows as CSV, a part for each page; the first begins with the mark that tells programs it is UTF-8. */
export async function* csvFile(
  header: readonly string[],
  pages: AsyncIterable<Cell[][]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(stringify([[...header]], { ...FORM, bom: true }));
  for await (const rows of pages)
    yield encoder.encode(
      stringify(
        rows.map((row) => row.map(asText)),
        FORM,
      ),
    );
}
