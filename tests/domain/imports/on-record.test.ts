import { beforeAll, expect, test } from 'vitest';
import { confirmImport } from '~/domain/imports/confirm-import.server';
import { decidePairs } from '~/domain/imports/decide-pairs.server';
import { getColumns } from '~/domain/imports/get-columns.server';
import { getImport } from '~/domain/imports/get-import.server';
import { listIssues } from '~/domain/imports/list-issues.server';
import { listPairs } from '~/domain/imports/list-pairs.server';
import { mapColumns } from '~/domain/imports/map-columns.server';
import { sendFile } from '~/domain/imports/send-file.server';
import { undoImport } from '~/domain/imports/undo-import.server';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { drainJobs } from '../../support/drain-jobs';
import { countTables, type Office, openOffice, sendAndCheck, workbook } from './office';

const world = useWorld();
const HEADER = ['ФИО', 'Клуб'];

let office: Office;

async function name(personId: string, family: string, given: string): Promise<void> {
  const { db, clock } = office.ctx;
  const facts = { script: 'cyrillic', kind: 'own', family, given, recordedAt: clock.now() };
  await db.personName.create({
    data: { id: newId(), personId, ...facts, folded: `${family} ${given}`.toLowerCase() },
  });
}

async function person(family: string, given: string, organisationId: string | null): Promise<string> {
  const { db, clock } = office.ctx;
  const personId = newId();
  await db.person.create({ data: { id: personId, createdAt: clock.now() } });
  await name(personId, family, given);
  if (organisationId)
    await db.affiliation.create({
      data: { id: newId(), personId, organisationId, recordedAt: clock.now() },
    });
  return personId;
}

beforeAll(async () => {
  office = await openOffice(world.current);
  const { ctx, registrar, organisationId } = office;
  await name(registrar.personId, 'Смирнов', 'Олег');
  const grant = { id: newId(), role: 'registrar', organisationId, grantedAt: ctx.clock.now() };
  await ctx.db.roleGrant.create({ data: { ...grant, accountId: registrar.accountId } });
});

const forRegion = async (...names: string[]): Promise<string> =>
  sendAndCheck(
    world.current,
    { ...office, organisationId: office.regionId },
    await workbook(
      HEADER,
      names.map((each) => [each, null]),
    ),
  );

test('people elsewhere in reach and people of no organisation are found, the own record is refused', async () => {
  const { ctx, organisationId, stranger } = office;
  await person('Ахметов', 'Ерлан', organisationId);
  await person('Болатов', 'Марат', null);
  const other = await ctx.db.organisation.findFirstOrThrow({ where: { slug: 'other' } });
  await person('Есимов', 'Тахир', other.id);
  const importId = await forRegion('Ахметов Ерлан', 'Болатов Марат', 'Есимов Тахир', 'Смирнов Олег');
  const pairs = await listPairs(ctx, { importId, after: '' });
  expect(pairs.rows.map(({ other: side }) => side.name)).toEqual(['Ахметов Ерлан', 'Болатов Марат']);
  const { rows } = await listIssues(ctx, { importId, isError: true, after: '' });
  expect(rows.map(({ rowNo, code }) => [rowNo, code])).toEqual([[7, 'own-record']]);
  await expect(listPairs(stranger, { importId, after: '' })).rejects.toThrow('imports.not-found');
});

test('rows that were left out are told after writing', async () => {
  const { ctx, organisationId } = office;
  for (const family of ['Нурланов', 'Омаров']) await person(family, 'Руслан', organisationId);
  const importId = await forRegion('Нурланов Руслан', 'Омаров Руслан', 'Пак Виктор');
  const { rows: pairs } = await listPairs(ctx, { importId, after: '' });
  const pairId = pairs.find(({ row }) => row.rowNo === 5)?.id ?? '';
  await decidePairs(ctx, { importId, decisions: [{ pairId, decision: 'out' }] });
  const { pairs: counts } = await getImport(ctx, { importId });
  expect(counts).toEqual({ pairs: 2, undecided: 1, undecidedRows: 1, sameRows: 0, outRows: 1 });
  await confirmImport(ctx, { importId });
  await drainJobs(world.current.services);
  expect((await getImport(ctx, { importId })).result).toMatchObject({ people: 1, left: 2 });
  const { rows } = await listIssues(ctx, { importId, isError: true, after: '' });
  expect(rows.map(({ rowNo, code }) => [rowNo, code])).toEqual([
    [4, 'pair-undecided'],
    [5, 'pair-out'],
  ]);
});

test('a table is thrown away while it is read and while it is checked; its jobs find nothing', async () => {
  const { ctx, organisationId } = office;
  const before = await countTables(world.current);
  const file = { name: 'x.csv', bytes: new TextEncoder().encode('ФИО;Клуб\nЦой Виктор;\n') };
  const order = { organisationId, file };
  const reading = await sendFile(ctx, { ...order, submissionKey: newId() });
  expect((await getImport(ctx, reading)).stage).toBe('reading');
  expect(await undoImport(ctx, reading)).toEqual({ isGone: true });
  await drainJobs(world.current.services);
  const checking = await sendFile(ctx, { ...order, submissionKey: newId() });
  await drainJobs(world.current.services);
  const { columns } = await getColumns(ctx, checking);
  expect(columns[0]?.field).toBe('full-name');
  await mapColumns(ctx, { ...checking, what: { mapping: { fields: { 0: 'full-name' } } } });
  expect((await getImport(ctx, checking)).stage).toBe('checking');
  expect(await undoImport(ctx, checking)).toEqual({ isGone: true });
  await drainJobs(world.current.services);
  expect(await countTables(world.current)).toEqual(before);
});
