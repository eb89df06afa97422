import { maskRuns } from '~/domain/identities/inputs';
import type { Ctx } from '~/platform/context';
import { changeImport, findImport, type ImportRecord } from './data/imports.server';
import { clearRows, insertRows } from './data/rows.server';
import { readFile as openFile } from './data/sealed-file.server';
import { openTable } from './documents/open-table.server';
import { type Table, TableError } from './documents/table';
import { MOST_ROWS } from './inputs';
import { cellText, type TableRow } from './rules/cells';
import { findHeader, HEADER_ROWS } from './rules/fields';

const CHUNK = 500;

/** A sheet holds more rows than one import takes. */
class TooManyRows extends Error {}

/** The sheet that was asked for; at first the one with most rows. */
const sheetOf = ({ sheet, sheets }: ImportRecord, found: Table['sheets']): number =>
  sheets.length > 0
    ? sheet
    : found.reduce((best, { rows }, at) => (rows > (found[best]?.rows ?? 0) ? at : best), 0);

type Stored = { header: TableRow | null; rows: number };

/** Stores what stands below the header, some hundred rows at a time. */
async function storeRows(ctx: Ctx, importId: string, rows: AsyncGenerator<TableRow>): Promise<Stored> {
  let [header, waiting, stored]: [TableRow | null, TableRow[], number] = [null, [], 0];
  const flush = async () => {
    await insertRows(ctx, importId, waiting);
    stored += waiting.length;
    waiting = [];
    if (stored > MOST_ROWS) throw new TooManyRows();
    await changeImport(ctx, importId, { done: stored });
  };
  const split = () => {
    const no = findHeader(waiting);
    header = waiting.find((row) => row.no === no) ?? null;
    waiting = waiting.filter((row) => row.no > (no ?? 0));
  };
  let seen = 0;
  for await (const row of rows) {
    waiting.push(row);
    seen += 1;
    if (seen === HEADER_ROWS) split();
    if (seen > HEADER_ROWS && waiting.length >= CHUNK) await flush();
  }
  if (seen < HEADER_ROWS) split();
  await flush();
  return { header, rows: stored };
}

async function readSheetInto(ctx: Ctx, record: ImportRecord): Promise<void> {
  const { id } = record;
  const table = await openTable(await openFile(ctx, id), record.format === 'xlsx' ? 'xlsx' : 'csv');
  const sheet = sheetOf(record, table.sheets);
  const sheets = table.sheets.map(({ name, rows }) => ({ name, rows }));
  await changeImport(ctx, id, { sheets, sheet, total: Math.min(table.sheets[sheet]?.rows ?? 0, MOST_ROWS) });
  const { header, rows } = await storeRows(ctx, id, table.rows(sheet));
  if (rows === 0) throw new TableError('no-rows');
  const headers = header?.cells.map((cell) => maskRuns(cellText(cell)).slice(0, 200)) ?? [];
  await changeImport(ctx, id, {
    headers,
    headerRow: header?.no ?? null,
    total: rows,
    done: rows,
    readAt: ctx.clock.now(),
  });
}

/**
 * Body of the job `imports.read`: stores the rows of a sheet, sealed, and finds its header. A killed one begins again. What
 * cannot be read is noted for the registrar.
 */
export async function readFile(ctx: Ctx, { importId }: { importId: string }): Promise<void> {
  const record = await findImport(ctx.db, { id: importId });
  if (!record || record.readAt || record.fault) return;
  await clearRows(ctx, importId);
  try {
    await readSheetInto(ctx, record);
  } catch (error) {
    const fault =
      error instanceof TooManyRows ? 'too-many-rows' : error instanceof TableError ? error.fault : null;
    if (!fault) throw error;
    await clearRows(ctx, importId);
    await changeImport(ctx, importId, { fault });
  }
}
