import excel from 'exceljs';
import { expect, test } from 'vitest';
import type { Cell } from '../rules/cell';
import { xlsxFile } from './xlsx-file.server';

const SHEET = { name: "a/b:c*[d]'?", header: ['One', 'Day'], widths: [20, 12], writtenAt: new Date(0) };

async function read(rows: Cell[][]) {
  const parts: Uint8Array[] = [];
  async function* pages() {
    yield rows;
  }
  for await (const part of xlsxFile(SHEET, pages())) parts.push(part);
  const book = new excel.Workbook();
  await book.xlsx.load(Buffer.concat(parts) as unknown as ArrayBuffer);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('The workbook has no sheet');
  return sheet;
}

test('words stay words: what XML cannot hold is left out, nothing is a formula, no number is shortened', async () => {
  const sheet = await read([
    ['<Ә & "B">\u0001\ud800', { day: '2026-11-28' }],
    ['=1+1', { day: '1900-03-01' }],
    ['012345678901234567', { day: '2028-02-29' }],
  ]);
  const column = [2, 3, 4].map((row) => sheet.getRow(row).getCell(1).value);
  expect(column).toEqual(['<Ә & "B">\ufffd', '=1+1', '012345678901234567']);
  const days = [2, 3, 4].map((row) => sheet.getRow(row).getCell(2).value);
  expect(days).toEqual(['2026-11-28', '1900-03-01', '2028-02-29'].map((day) => new Date(`${day}T00:00:00Z`)));
});

test('the name of the sheet holds no forbidden sign', async () => {
  expect((await read([])).name).toBe('a b c  d   ');
});
