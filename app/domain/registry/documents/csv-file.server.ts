import { BYTE_ORDER_MARK, csvRecord } from '../rules/csv';
import type { Cell } from '../rules/sheet';

export const CSV_TYPE = 'text/csv; charset=utf-8';

const asText = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.day);

/** A header and rows as CSV, a part for each page. */
export async function* csvFile(
  header: readonly string[],
  pages: AsyncIterable<Cell[][]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(BYTE_ORDER_MARK + csvRecord(header));
  for await (const rows of pages)
    yield encoder.encode(rows.map((row) => csvRecord(row.map(asText))).join(''));
}
