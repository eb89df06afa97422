import { beforeAll, expect, test } from 'vitest';
import { checkDigit } from '~/domain/identities/inputs';
import { keepIdentity } from '~/domain/identities/keep-identity.server';
import { confirmImport } from '~/domain/imports/confirm-import.server';
import { getImport } from '~/domain/imports/get-import.server';
import { undoImport } from '~/domain/imports/undo-import.server';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import { searchRegister } from '~/domain/licensing/search-register.server';
import { writeRecord } from '~/domain/people/write-record.server';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import { joinRecords } from '~/domain/unions/join-records.server';
import { partRecords } from '~/domain/unions/part-records.server';
import { inTransaction } from '~/platform/context';
import { newId } from '~/platform/ids';
import { toDb } from '~/platform/local-date';
import { useWorld } from '../../support/database';
import { drainJobs } from '../../support/drain-jobs';
import { countTables, type Office, openOffice, sendAndCheck, workbook } from './office';

const world = useWorld();
const HEADER = ['ФИО', 'ИИН', 'Категория', 'Дата присвоения'];
const iinOf = (eleven: string) => `${eleven}${checkDigit(eleven)}`;

let office: Office;
beforeAll(async () => {
  office = await openOffice(world.current);
});

type Line = readonly (string | null)[];

const check = async (...lines: Line[]) => sendAndCheck(world.current, office, await workbook(HEADER, lines));

async function write(...lines: Line[]): Promise<string> {
  const importId = await check(...lines);
  await confirm(importId);
  return importId;
}

async function confirm(importId: string): Promise<void> {
  await confirmImport(office.ctx, { importId });
  await drainJobs(world.current.services);
}

async function undo(importId: string): Promise<void> {
  await undoImport(office.ctx, { importId });
  await drainJobs(world.current.services);
}

const madeOf = async (importId: string) =>
  office.ctx.db.importMade.findFirstOrThrow({ where: { importId, qualificationId: { not: null } } });

test('somebody stays in the register while an award of another import is left', async () => {
  const { ctx, organisationId } = office;
  const iin = iinOf('90101530012');
  const personId = newId();
  await inTransaction(ctx, async (tx) => {
    const names = [{ script: 'cyrillic' as const, family: 'Ахметов', given: 'Ерлан', patronymic: '' }];
    await writeRecord(tx, {
      add: { personId, names: names.map((name) => ({ ...name, kind: 'own' })), organisationId },
    });
    await keepIdentity(tx, { personId, iin, birthOn: null });
  });
  const before = await countTables(world.current);
  const first = await write(['Ахметов Ерлан', iin, 'One', '10.05.2024']);
  const second = await write(['Ахметов Ерлан', iin, 'Two', '10.05.2025']);
  await undo(first);
  const { rows } = await searchRegister(ctx, { state: 'all', q: 'Ахметов' });
  expect(rows.map(({ displayName }) => displayName)).toEqual(['Ахметов Ерлан']);
  await undo(second);
  expect((await searchRegister(ctx, { state: 'all', q: 'Ахметов' })).rows).toEqual([]);
  expect({ ...(await countTables(world.current)), holder: 0, holder_place: 0 }).toEqual({
    ...before,
    holder: 0,
    holder_place: 0,
  });
});

test('a proposal keeps an import, and the people are named', async () => {
  const importId = await write(['Болатов Марат', null, 'Two', '10.05.2025']);
  const { qualificationId } = await madeOf(importId);
  await sanctionQualification(office.ctx, {
    ...{ act: 'revoke', qualificationId: qualificationId ?? '', reason: 'other', document: '1' },
    ...{ legalBasis: '1', effectiveOn: '2026-11-23', note: '' },
  });
  await expect(undoImport(office.ctx, { importId })).rejects.toMatchObject({
    code: 'imports.built-on-proposal',
    extras: { params: { names: 'Болатов Марат' } },
  });
});

test('what comes between the order and the job puts the order back with its reason', async () => {
  const { ctx } = office;
  const importId = await write(
    ['Есимов Тахир', null, 'One', '10.05.2025'],
    ['Нурланов Алмас', null, 'One', '10.05.2025'],
  );
  const { personId, qualificationId } = await madeOf(importId);
  const [facts] = await getStandingFacts(ctx, { qualificationIds: [qualificationId ?? ''] });
  const before = await countTables(world.current);
  await undoImport(ctx, { importId });
  const reminder = await ctx.db.reminder.create({
    data: {
      ...{ id: newId(), personId, periodId: facts?.periodId ?? '', subject: 'licence', distance: 60 },
      ...{ endsOn: toDb('2027-05-09'), channel: 'mail', sentAt: ctx.clock.now() },
    },
  });
  await drainJobs(world.current.services);
  expect(await getImport(ctx, { importId })).toMatchObject({
    stage: 'written',
    result: { people: 2, refused: 'reminder' },
  });
  await expect(undoImport(ctx, { importId })).rejects.toThrow('imports.built-on-reminder');
  await ctx.db.reminder.delete({ where: { id: reminder.id } });
  expect(await countTables(world.current)).toEqual(before);
  await undoImport(ctx, { importId });
  const row = { id: newId(), personId, name: 'x', query: '', createdAt: ctx.clock.now() };
  await ctx.db.savedFilter.create({ data: row });
  await drainJobs(world.current.services);
  expect((await getImport(ctx, { importId })).result?.refused).toBe('other');
  expect(await ctx.db.importMade.count({ where: { importId } })).toBe(2);
  await ctx.db.savedFilter.delete({ where: { id: row.id } });
  await undo(importId);
  await expect(getImport(ctx, { importId })).rejects.toThrow('imports.not-found');
});

test('a row whose person an undone import took away is left out', async () => {
  const { ctx } = office;
  const [one, two] = [iinOf('85020340015'), iinOf('91030430017')];
  const first = await write(['Ким Анна', one, 'One', '10.05.2024']);
  const second = await check(
    ['Ким Анна', one, 'Two', '10.05.2025'],
    ['Ким Анна', one, null, null],
    ['Пак Игорь', two, 'Two', '10.05.2025'],
  );
  await undo(first);
  await confirm(second);
  expect(await getImport(ctx, { importId: second })).toMatchObject({
    stage: 'written',
    result: { people: 1, awards: 1 },
  });
});

test('the same words in a table of another organisation are somebody else', async () => {
  const { ctx } = office;
  const line: Line = ['Омаров Руслан', null, null, null];
  await write(line);
  const again = await check(line);
  expect((await getImport(ctx, { importId: again })).verdicts).toMatchObject({ known: 1, new: 0 });
  const other = await ctx.db.organisation.findFirstOrThrow({ where: { slug: 'other' } });
  const elsewhere = { ...office, ctx: office.stranger, organisationId: other.id };
  const importId = await sendAndCheck(world.current, elsewhere, await workbook(HEADER, [line]));
  expect((await getImport(office.stranger, { importId })).verdicts).toMatchObject({ known: 0, new: 1 });
});

test('whoever was joined with another record keeps the whole import, and it is said before anything goes', async () => {
  const importId = await write(
    ['Тасов Ержан', null, 'One', '10.05.2025'],
    ['Тасова Дана', null, 'One', '10.05.2025'],
  );
  const before = await countTables(world.current);
  const made = await madeOf(importId);
  const other = await write(['Ибраев Кайрат', null, 'One', '11.06.2025']);
  const { personId } = await madeOf(other);
  const pair = { one: made.personId, two: personId, kept: personId };
  const { unionId } = await joinRecords(office.ctx, { ...pair, reason: 'One person', document: '1' });
  await expect(undoImport(office.ctx, { importId })).rejects.toThrow('imports.built-on-joined');
  await partRecords(office.ctx, { unionId, reason: 'Two people' });
  await expect(undoImport(office.ctx, { importId })).rejects.toThrow('imports.built-on-joined');
  expect((await countTables(world.current)).import_made).toBe((before.import_made ?? 0) + 1);
});
