import type { Merge } from './merges';
import { openCsv } from './read-csv.server';
import { readSheet, scanSheet } from './read-sheet.server';
import { type Sheet, type Table, TableError, type TableFormat } from './table';
import { readWorkbook } from './workbook.server';
import { openArchive } from './zip-archive.server';

async function openWorkbook(bytes: Uint8Array): Promise<Table> {
  const archive = await openArchive(bytes);
  const book = await readWorkbook(archive);
  const scanned: (Sheet & { file: string; merges: Merge[] })[] = [];
  for (const { name, file } of book.sheets) scanned.push({ name, file, ...(await scanSheet(archive, file)) });
  return {
    sheets: scanned.map(({ name, rows }) => ({ name, rows })),
    async *rows(no) {
      const sheet = scanned[no];
      if (sheet) yield* readSheet(archive, book, sheet);
    },
  };
}

/** A table from the bytes of its file. Throws TableError. */
export async function openTable(bytes: Uint8Array, format: TableFormat): Promise<Table> {
  const table = format === 'xlsx' ? await openWorkbook(bytes) : openCsv(bytes);
  if (table.sheets.every(({ rows }) => rows === 0)) throw new TableError('no-rows');
  return table;
}
