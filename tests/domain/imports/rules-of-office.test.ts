import { expect, test } from 'vitest';
import { checkDigit } from '~/domain/identities/inputs';
import { confirmImport } from '~/domain/imports/confirm-import.server';
import { findPapers } from '~/domain/imports/find-papers.server';
import { getColumns } from '~/domain/imports/get-columns.server';
import { getImport } from '~/domain/imports/get-import.server';
import { listIssues } from '~/domain/imports/list-issues.server';
import { mapColumns } from '~/domain/imports/map-columns.server';
import { sendFile } from '~/domain/imports/send-file.server';
import { undoImport } from '~/domain/imports/undo-import.server';
import { writeRows } from '~/domain/imports/write-rows.server';
import { searchRegister } from '~/domain/licensing/search-register.server';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { drainJobs } from '../../support/drain-jobs';
import { openOffice, sendAndCheck, workbook } from './office';

const world = useWorld();
const HEADER = [
  'ФИО',
  'Дата рождения',
  'ИИН',
  'Регион',
  'Категория',
  'Дата присвоения',
  'Номер удостоверения',
];

const iinOf = (eleven: string) => `${eleven}${checkDigit(eleven)}`;
const IIN = iinOf('90101530012');

let opened: ReturnType<typeof openOffice> | null = null;
const office = () => {
  opened ??= openOffice(world.current);
  return opened;
};

test('damaged cells are named by row and column; an IIN stands nowhere in clear', async () => {
  const { ctx } = await office();
  const bytes = await workbook(HEADER, [
    ['Жұмабеков Жеңіс', '15.10.1990', '9,01015E+11', 'Қарағанды', null, null, null],
    ['Caндыбaев Ерлан', '16.10.1990', IIN, 'Қарағанды', null, null, null],
    ['Оспанов Ерлан', '03/04/1991', null, 'Атлантида', 'Первая', '10.04.2024', '1'],
  ]);
  const importId = await sendAndCheck(world.current, await office(), bytes);
  const { rows } = await listIssues(ctx, { importId, isError: true, after: '' });
  expect(rows.map(({ rowNo, column, code }) => `${column}${rowNo} ${code}`)).toEqual([
    'C4 iin-exponent',
    'C5 iin-other-birthday',
    'B6 date-ambiguous',
    'D6 place-unknown',
    'E6 level-unknown',
  ]);
  const { pool } = world.current.services.database;
  for (const table of ['import_row', 'import_issue', 'audit_detail', 'import_file', 'identity']) {
    const { rows: found } = await pool.query(`SELECT 1 FROM ${table} t WHERE t::text LIKE '%${IIN}%'`);
    expect(found).toEqual([]);
  }
  const columns = await getColumns(ctx, { importId });
  expect(columns.open).toMatchObject({ places: [{ value: 'Атлантида', rows: 1 }], dates: [1] });
  const fields = Object.fromEntries(columns.columns.flatMap(({ at, field }) => (field ? [[at, field]] : [])));
  const [place, level] = [columns.open.places[0]?.key ?? '', columns.open.levels[0]?.key ?? ''];
  const { regionId } = await office();
  const chosen = { places: { [place]: regionId }, levels: { [level]: columns.levels[0]?.id ?? '' } };
  await mapColumns(ctx, { importId, what: { mapping: { fields, orders: { 1: 'dmy' }, ...chosen } } });
  await drainJobs(world.current.services);
  expect((await getImport(ctx, { importId })).verdicts).toMatchObject({ new: 1, error: 2 });
  const again = await workbook(HEADER, [['Ким Ли', '01.01.1980', null, 'Атлантида', null, null, null]]);
  const { importId: next } = await sendFile(ctx, {
    submissionKey: newId(),
    organisationId: (await office()).organisationId,
    file: { name: 'next.xlsx', bytes: again },
  });
  await drainJobs(world.current.services);
  expect(await getColumns(ctx, { importId: next })).toMatchObject({
    source: 'remembered',
    chosen: { ...chosen, words: { [place]: 'Атлантида' } },
  });
  expect(await undoImport(ctx, { importId: next })).toEqual({ isGone: true });
});

test('a killed job goes on; what was built on keeps an import, and says so', async () => {
  const { ctx, stranger } = await office();
  const bytes = await workbook(HEADER, [
    ['Бердіқұлов Самат', '15.10.1990', IIN, 'Қарағанды', 'One', '10.05.2025', 'КЗ-77/1'],
    ['Есимов Тахир', '01.02.1985', null, 'Қарағанды', 'One', '10.05.2025', 'КЗ-78/1'],
  ]);
  const importId = await sendAndCheck(world.current, await office(), bytes);
  await expect(getImport(stranger, { importId })).rejects.toThrow('imports.not-found');
  await expect(undoImport(stranger, { importId })).rejects.toThrow('imports.not-found');
  await confirmImport(ctx, { importId });
  const isKilled = {
    ...world.current.ctx(),
    storage: { ...ctx.storage, remove: () => Promise.reject(new Error('killed')) },
  };
  await expect(writeRows(isKilled, { importId })).rejects.toThrow('killed');
  await drainJobs(world.current.services);
  expect((await getImport(ctx, { importId })).result).toMatchObject({
    people: 2,
    awards: 2,
    known: 0,
    left: 0,
  });
  const found = await searchRegister(ctx, { state: 'all', q: 'КЗ-77/1' });
  expect(found.rows.map(({ displayName, from, until }) => [displayName, from, until])).toEqual([
    ['Бердіқұлов Самат', '2025-05-10', '2027-05-09'],
  ]);
  const qualificationId = found.rows[0]?.qualificationId ?? '';
  expect(await findPapers(ctx, { qualificationId })).toMatchObject([{ number: 'КЗ-77/1' }]);
  await sanctionQualification(ctx, {
    ...{
      act: 'suspend',
      qualificationId,
      reason: 'other',
      document: '1',
      legalBasis: '1',
      effectiveOn: '2026-11-23',
      note: '',
    },
  });
  await expect(undoImport(ctx, { importId })).rejects.toMatchObject({
    code: 'imports.built-on-decision',
    extras: { params: { names: 'Бердіқұлов Самат' } },
  });
});

test('what is no table is refused at its field, and a file sent twice is one import', async () => {
  const { ctx, organisationId } = await office();
  const send = (bytes: Uint8Array, submissionKey = newId()) =>
    sendFile(ctx, { submissionKey, organisationId, file: { name: 'x', bytes } });
  await expect(send(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).rejects.toThrow('imports.old-workbook');
  await expect(send(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0]))).rejects.toThrow('imports.wrong-type');
  await expect(send(new Uint8Array())).rejects.toThrow('imports.empty-file');
  const key = newId();
  const csv = new TextEncoder().encode('ФИО;ИИН\nКим Ли;\n');
  expect(await send(csv, key)).toEqual(await send(csv, key));
  const { importId } = await send(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 9, 9]));
  await drainJobs(world.current.services);
  expect(await getImport(ctx, { importId })).toMatchObject({ stage: 'unreadable', fault: 'damaged' });
});
