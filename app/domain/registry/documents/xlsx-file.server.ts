import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Cell } from '../rules/cell';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type Sheet = { name: string; header: readonly string[]; widths: readonly number[]; writtenAt: Date };

/** Text, so that a spreadsheet neither shortens a long number nor reckons with one; days as days. */
const TEXT = '@';
const DAY = 'yyyy-mm-dd';

/** What XML cannot hold is left out. */
const plain = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');

const written = (cell: Cell): string | Date =>
  typeof cell === 'string' ? plain(cell) : new Date(`${cell.day}T00:00:00Z`);

async function openBook({ name, header, widths, writtenAt }: Sheet, file: PassThrough) {
  const { default: excel } = await import('exceljs');
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: file, useStyles: true });
  book.created = writtenAt;
  const sheet = book.addWorksheet(name.replace(/[\\/?*[\]:']/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = header.map((title, at) => ({ header: title, width: widths[at] ?? 20 }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: header.length } };
  sheet.getRow(1).font = { bold: true };
  return { book, sheet };
}

async function write(shape: Sheet, pages: AsyncIterable<Cell[][]>, file: PassThrough): Promise<void> {
  const { book, sheet } = await openBook(shape, file);
  const closed = new Promise<void>((gone) => file.once('close', gone));
  for await (const rows of pages) {
    for (const cells of rows) {
      const row = sheet.addRow(cells.map(written));
      cells.forEach((cell, at) => {
        row.getCell(at + 1).numFmt = typeof cell === 'string' ? TEXT : DAY;
      });
      row.commit();
    }
    await setImmediate();
    if (file.writableNeedDrain)
      await Promise.race([closed, new Promise<void>((drained) => file.once('drain', drained))]);
    if (file.destroyed) return;
  }
  sheet.commit();
  await book.commit();
}

/** A workbook with one sheet, whose header stays in sight. Pages are asked for while it is read; an end on either side ends the other. */
export function xlsxFile(sheet: Sheet, pages: AsyncIterable<Cell[][]>): AsyncIterable<Uint8Array> {
  const file = new PassThrough();
  write(sheet, pages, file).catch((error: Error) => file.destroy(error));
  return file;
}
