import type { Level } from '~/domain/frameworks/types';
import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { changeImport, deleteWork, findImport, type ImportRecord, lockImport } from './data/imports.server';
import { insertIssues, type RowIssue } from './data/issues.server';
import { loadReading } from './data/load-reading.server';
import { countMade } from './data/made.server';
import { chunks } from './data/on-record.server';
import { pairsOfRows } from './data/pairs.server';
import { RowTargets } from './data/row-targets.server';
import { countVerdicts, loadRows, type StoredRow, unwrittenRows } from './data/rows.server';
import { inSavepoint } from './data/savepoint.server';
import { removeFile } from './data/sealed-file.server';
import { writeRow } from './data/write-row.server';
import type { PairDecision } from './inputs';
import { type Reading, readRow } from './rules/read-row';

/** Rows of one transaction. */
const BATCH = 25;

type Work = { record: ImportRecord; reading: Reading; levels: readonly Level[] };

/** Writes one row if it is to be written; what went wrong with it leaves the others alone. */
async function writeOne(
  tx: Ctx,
  { record, reading, levels }: Work,
  row: StoredRow,
  targets: RowTargets,
): Promise<void> {
  const target = targets.isMade(row.no) ? null : targets.of(row);
  const { person } = readRow(row, reading);
  const { no, print } = row;
  if (!target || !person || print === null) return;
  const { id: importId, organisationId } = record;
  const order = { importId, rowNo: no, print, person, organisationId, levels };
  const personId = await inSavepoint(tx, () => writeRow(tx, order, target));
  if (personId) targets.note(no, personId);
}

async function writeBatch(ctx: Ctx, work: Work, rows: readonly StoredRow[]): Promise<void> {
  const { id } = work.record;
  await inTransaction(ctx, async (tx) => {
    const record = await lockImport(tx.db, id);
    if (!record || record.writtenAt) return;
    const targets = await RowTargets.load(tx, id, rows);
    for (const row of rows) await writeOne(tx, work, row, targets);
  });
}

/** Rows that were to be written and were not, with the reason: afterwards nothing else tells of them. */
async function leftOut(tx: Ctx, importId: string): Promise<RowIssue[]> {
  const issues: RowIssue[] = [];
  for (const part of chunks(await unwrittenRows(tx, importId))) {
    const pairs = await pairsOfRows(tx, importId, part);
    const has = (no: number, said: PairDecision | null) =>
      pairs.some(({ rowNo, decision }) => rowNo === no && decision === said);
    for (const rowNo of part) {
      const code = has(rowNo, 'out') ? 'pair-out' : has(rowNo, null) ? 'pair-undecided' : 'row-changed';
      issues.push({ rowNo, code, column: null, isError: true, found: '' });
    }
  }
  return issues;
}

async function finish(ctx: Ctx, { id, confirmedBy }: ImportRecord): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const record = await lockImport(tx.db, id);
    if (!record || record.writtenAt) return;
    const [found, made] = [await countVerdicts(tx, id), await countMade(tx, id)];
    const all = found.new + found.adds + found.known + found.error;
    const result = {
      people: made.people,
      awards: made.awards,
      known: found.known,
      left: all - found.known - made.rows,
    };
    for (const part of chunks(await leftOut(tx, id))) await insertIssues(tx, id, part);
    await deleteWork(tx.db, id);
    await changeImport(tx, id, { result, writtenAt: tx.clock.now() });
    await recordAct(tx, {
      act: 'imports.written',
      subject: { type: 'import', id },
      detail: { ...result, confirmedBy },
    });
  });
}

/**
 * Body of the job `imports.write`: writes the rows of a confirmed import, a few in each transaction. A killed one goes on
 * where it was. Afterwards the table itself is forgotten; what it made is known by `import_made`.
 */
export async function writeRows(ctx: Ctx, { importId }: { importId: string }): Promise<void> {
  const record = await findImport(ctx.db, { id: importId });
  if (!record?.confirmedAt || !record.mapping) return;
  if (!record.writtenAt) {
    const { path, mapping } = record;
    const work = { record, ...(await loadReading(ctx, { importId, path, mapping, isChecked: true })) };
    for (let after = 0, done = 0; ; ) {
      const rows = await loadRows(ctx, importId, { after, take: BATCH, verdicts: ['new', 'adds'] });
      if (rows.length > 0) await writeBatch(ctx, work, rows);
      done += rows.length;
      await changeImport(ctx, importId, { done });
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) break;
      after = last.no;
    }
    await finish(ctx, record);
  }
  await removeFile(ctx, importId);
}
