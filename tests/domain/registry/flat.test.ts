import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { csvFile } from '~/domain/registry/documents/csv-file.server';
import { xlsxFile } from '~/domain/registry/documents/xlsx-file.server';
import type { Cell } from '~/domain/registry/rules/cell';

const SHEET = {
  name: 'Register',
  header: ['a', 'b'],
  widths: [10, 10],
  writtenAt: new Date('2026-11-28T00:00:00Z'),
};
const [PAGES, ROWS] = [100, 500];

/** 50,000 rows that hardly compress; notes how many pages were asked for and whether the end was told. */
function manyRows() {
  const seen = { pages: 0, ended: false };
  async function* pages(): AsyncGenerator<Cell[][]> {
    try {
      for (; seen.pages < PAGES; seen.pages += 1)
        yield Array.from({ length: ROWS }, () => [randomBytes(64).toString('base64'), { day: '2026-11-28' }]);
    } finally {
      seen.ended = true;
    }
  }
  return { seen, pages: pages() };
}

const FILES = [
  ['xlsx', (pages: AsyncIterable<Cell[][]>) => xlsxFile(SHEET, pages)],
  ['csv', (pages: AsyncIterable<Cell[][]>) => csvFile(SHEET.header, pages)],
] as const;

test.each(FILES)(
  '%s: pages are asked for as they are read, never ahead of a slow reader',
  async (_name, file) => {
    const { seen, pages } = manyRows();
    const reader = file(pages)[Symbol.asyncIterator]();
    await reader.next();
    await sleep(300);
    expect(seen.pages).toBeLessThan(PAGES / 10);
    await reader.return?.();
    await expect.poll(() => seen.ended || seen.pages === 0, { timeout: 5_000 }).toBe(true);
  },
);

test('50,000 rows are all there', async () => {
  const parts: Uint8Array[] = [];
  for await (const part of xlsxFile(SHEET, manyRows().pages)) parts.push(part);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.concat(parts) as unknown as ArrayBuffer);
  expect(book.worksheets[0]?.rowCount).toBe(PAGES * ROWS + 1);
});

test('an error among the rows breaks the file off, so that nobody takes it for whole', async () => {
  async function* broken(): AsyncGenerator<Cell[][]> {
    yield [['one', { day: '2026-11-28' }]];
    throw new Error('the database is gone');
  }
  for (const [, file] of FILES) {
    const read = async () => {
      for await (const _part of file(broken()));
    };
    await expect(read()).rejects.toThrow('the database is gone');
  }
});
