import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { changeImport, type ImportRecord } from './data/imports.server';
import { findMapping, rememberMapping } from './data/mappings.server';
import { openImport } from './data/open-import.server';
import { mapColumnsSchema } from './inputs';
import { checkRowsJob, readFileJob } from './jobs.server';
import { headerSignature } from './rules/fields';
import { type Mapping, mappingFault, withWords } from './rules/mapping';
import { stageOf } from './rules/stage';

async function chooseSheet(tx: Ctx, record: ImportRecord, sheet: number): Promise<void> {
  if (!record.sheets[sheet]) throw new DomainError('invalid', 'imports.no-such-sheet', { field: 'sheet' });
  if (record.sheet === sheet && record.readAt) return;
  await changeImport(tx, record.id, {
    ...{ sheet, readAt: null, fault: null, mappedAt: null, checkedAt: null, done: 0, total: 0, headers: [] },
  });
  await tx.jobs.enqueue(readFileJob, { importId: record.id }, { singletonKey: record.id });
}

async function keepMapping(tx: Ctx, record: ImportRecord, said: Mapping): Promise<void> {
  const fault = mappingFault(said);
  if (fault) throw new DomainError('invalid', fault);
  const { id, organisationId, headers, open } = record;
  const table = { organisationId, header: headerSignature(headers) };
  const before = record.mapping ?? (await findMapping(tx, table));
  const mapping = withWords(said, before?.words ?? {}, [...open.places, ...open.levels]);
  await rememberMapping(tx, table, mapping);
  await changeImport(tx, id, { mapping, mappedAt: tx.clock.now(), checkedAt: null, done: 0 });
  await tx.jobs.enqueue(checkRowsJob, { importId: id }, { singletonKey: id });
  await recordAct(tx, {
    act: 'imports.columns-mapped',
    subject: { type: 'import', id },
    detail: { fields: Object.values(mapping.fields).sort() },
  });
}

/**
 * Says which sheet is meant, or what its columns hold; then it is read, or checked, anew. The mapping is remembered for the
 * organisation's next table with these headers. Throws `imports.not-found`, `imports.no-such-sheet`,
 * `imports.mapping-…` (rules/mapping.ts), `imports.too-late`.
 */
export async function mapColumns(
  ctx: Ctx,
  input: { importId: string; what: { sheet: number } | { mapping: unknown } },
): Promise<void> {
  const read = mapColumnsSchema.safeParse(input);
  if (!read.success) throw new DomainError('invalid', 'imports.mapping-unread');
  const { importId, what } = read.data;
  await inTransaction(ctx, async (tx) => {
    const record = await openImport(tx, importId, { lock: true });
    const stage = stageOf(record);
    if (!['to-map', 'checked', 'checking', 'unreadable'].includes(stage))
      throw new DomainError('conflict', 'imports.too-late');
    if ('sheet' in what) await chooseSheet(tx, record, what.sheet);
    else await keepMapping(tx, record, what.mapping);
  });
}
