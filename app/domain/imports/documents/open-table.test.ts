import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import type { TableRow } from '../rules/cells';
import { openTable } from './open-table.server';
import { delimiterOf } from './read-csv.server';
import { formatOf } from './table';

async function rowsOf(bytes: Uint8Array, format: 'xlsx' | 'csv', sheet = 0): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  for await (const row of (await openTable(bytes, format)).rows(sheet)) rows.push(row);
  return rows;
}

const write = async (fill: (book: ExcelJS.Workbook) => void): Promise<Uint8Array> => {
  const book = new ExcelJS.Workbook();
  fill(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
};

test('a workbook with merged cells, days, numbers, formulas and headings', async () => {
  const bytes = await write((book) => {
    const hidden = book.addWorksheet('hidden', { state: 'hidden' });
    hidden.addRow(['secret']);
    const sheet = book.addWorksheet('Тренеры');
    sheet.addRow(['Реестр тренеров']);
    sheet.mergeCells('A1:E1');
    sheet.addRow(['Область', 'ФИО', 'ИИН', 'Дата', 'Сумма']);
    sheet.addRow([
      'Абай',
      'Жұмабеков Жеңіс',
      901015300123,
      new Date('2024-05-06T00:00:00Z'),
      { formula: '1+1', result: 2 },
    ]);
    sheet.addRow([null, 'Оспанов Ерлан', '9,01E+11', 45418, null]);
    sheet.mergeCells('A3:A4');
    sheet.addRow([]);
    sheet.addRow([null, { richText: [{ text: 'Ким ' }, { text: 'Ли' }] }]);
  });
  expect(formatOf(bytes)).toBe('xlsx');
  expect(await rowsOf(bytes, 'xlsx')).toEqual([
    { no: 2, cells: ['Область', 'ФИО', 'ИИН', 'Дата', 'Сумма'] },
    { no: 3, cells: ['Абай', 'Жұмабеков Жеңіс', 901015300123, { day: '2024-05-06' }, 2] },
    { no: 4, cells: ['Абай', 'Оспанов Ерлан', '9,01E+11', 45418] },
    { no: 6, cells: [null, 'Ким Ли'] },
  ]);
});

/** The parts of a workbook that a small program writes: no list of texts, no styles. */
async function bare(rows: string): Promise<Uint8Array> {
  const file = new ZipFile();
  const add = (name: string, text: string) => file.addBuffer(Buffer.from(text), name);
  add('xl/workbook.xml', '<workbook xmlns:r="r"><sheets><sheet name="S" r:id="a"/></sheets></workbook>');
  const target = '<Relationship Id="a" Target="worksheets/sheet1.xml"/>';
  add('xl/_rels/workbook.xml.rels', `<Relationships>${target}</Relationships>`);
  add('xl/worksheets/sheet1.xml', `<worksheet><sheetData>${rows}</sheetData></worksheet>`);
  file.end();
  return new Uint8Array(await buffer(file.outputStream));
}

test('a workbook without a list of texts and without styles; a formula without its result says so', async () => {
  const bytes = await bare(`<row r="1"><c t="inlineStr"><is><t>ФИО</t></is></c><c><v>7</v></c></row>
    <row r="2"><c t="str"><f>A1</f><v>Ким</v></c><c><f>1+1</f></c><c t="str"><f>""</f><v></v></c></row>
    <row r="3"><c><f>A1</f><v></v></c></row>`);
  expect(await rowsOf(bytes, 'xlsx')).toEqual([
    { no: 1, cells: ['ФИО', 7] },
    { no: 2, cells: ['Ким', { uncomputed: true }, null] },
    { no: 3, cells: [{ uncomputed: true }] },
  ]);
});

test.each([
  ['Фамилия;Имя\r\nЖұмабеков;"Жеңіс; мл."\r\n;\r\n', ';'],
  ['Family,Given\nZhumabekov,"Zhenis, jr."\n', ','],
  ['Family\tGiven\nZhumabekov\tZhenis\n', '\t'],
  ['sep=|\nA|B\n1|2\n', '|'],
])('%j', async (text, delimiter) => {
  expect(delimiterOf(text)).toBe(delimiter);
  const rows = await rowsOf(new TextEncoder().encode(`\ufeff${text}`), 'csv');
  expect(rows.map(({ cells }) => cells.length)).toEqual([2, 2]);
});

test('Windows-1251', async () => {
  const [row] = await rowsOf(
    Uint8Array.from([0xd4, 0xe0, 0xec, 0xe8, 0xeb, 0xe8, 0xff, 0x3b, 0xc8, 0xec, 0xff]),
    'csv',
  );
  expect(row?.cells).toEqual(['Фамилия', 'Имя']);
});

test.each([[Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'xlsx' as const]])(
  'what only looks like a workbook is refused',
  async (bytes, format) => {
    await expect(openTable(bytes, format)).rejects.toThrow('damaged');
  },
);

test('the type is told by the bytes', () => {
  expect(formatOf(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).toBe('xls');
  expect(formatOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toBeNull();
});
