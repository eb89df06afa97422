import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { type Cell, SHEET_PART, sheetEnd, sheetRow, sheetStart, workbookParts } from '../rules/sheet';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export type Sheet = { name: string; header: readonly string[]; widths: readonly number[]; writtenAt: Date };

async function* sheetParts(
  { header, widths }: Sheet,
  pages: AsyncIterable<Cell[][]>,
): AsyncGenerator<string> {
  yield sheetStart(widths) + sheetRow(1, header, true);
  let number = 1;
  for await (const rows of pages) {
    yield rows
      .map((row) => {
        number += 1;
        return sheetRow(number, row);
      })
      .join('');
  }
  yield sheetEnd(header.length, number);
}

/** A workbook with one sheet. Pages are asked for as fast as the file is read; an end on either side ends the other. */
export function xlsxFile(sheet: Sheet, pages: AsyncIterable<Cell[][]>): AsyncIterable<Uint8Array> {
  const options = { mtime: sheet.writtenAt };
  const zip = new ZipFile();
  const rows = Readable.from(sheetParts(sheet, pages), { objectMode: true, highWaterMark: 1 });
  const file = new PassThrough();
  for (const [part, text] of Object.entries(workbookParts(sheet.name)))
    zip.addBuffer(Buffer.from(text), part, options);
  zip.addReadStream(rows, SHEET_PART, options);
  zip.end();
  rows.on('error', (error) => file.destroy(error));
  file.on('close', () => rows.destroy());
  zip.outputStream.pipe(file);
  return file;
}
