/** What a spreadsheet may take for a formula, also in full width, and what it skips before one. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** An apostrophe makes a formula a text; spreadsheets do not show it. */
const harmless = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

function csvCell(cell: string): string {
  const text = harmless(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record of RFC 4180, with its line end. */
export const csvRecord = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** Tells programs that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';
