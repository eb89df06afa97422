import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { searchRegister } from '~/domain/licensing/search-register.server';
import { exportRegister } from '~/domain/registry/export-register.server';
import type { ExportFormat } from '~/domain/registry/inputs';
import type { ExportFile } from '~/domain/registry/types';
import { translator } from '~/i18n/translate';
import type { Actor } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { useWorld } from '../../support/database';
import { fillHolders } from '../../support/many-holders';
import { type CredentialWorld, openCredentialWorld } from '../credentials/credential-world';

const world = useWorld();
let house: CredentialWorld;
const NAMES = ['Әлімов "Жеңіс", Қ.', '佐藤 花子', '=HYPERLINK("x")', 'O’Brien\u0301 <ё & й>'];
const PERIOD = { from: '2026-11-01', until: '2028-10-31', components: ['safeguarding'] };

beforeAll(async () => {
  house = await openCredentialWorld(world.current);
  await fillHolders(house, 1200);
  for (const name of NAMES) {
    const person = await house.newPerson(name, '/kjf/karaganda/');
    const { qualificationId } = await house.issue(person, PERIOD);
    const { db } = house.as(null);
    await db.holder.upsert({
      where: { personId: person.personId },
      update: { displayName: name },
      create: {
        ...{ personId: person.personId, displayName: name, latinName: 'Latin Name', foldedNames: 'x' },
        ...{ path: '/kjf/karaganda/', organisationId: house.organisationId },
      },
    });
    await db.licencePeriod.updateMany({ where: { qualificationId }, data: { path: '/kjf/karaganda/' } });
  }
});

const KARAGANDA = 'path=%2Fkjf%2Fkaraganda%2F&state=all&sort=name';

/** A context whose documents are those of credentials, not of the cast. */
function as(actor: Actor | null): Ctx {
  const { documentsOf } = world.current.ctx(actor).ports;
  const ctx = house.as(actor);
  return { ...ctx, ports: { ...ctx.ports, documentsOf } };
}

async function bytesOf({ content }: ExportFile): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of content) parts.push(part);
  return Buffer.concat(parts);
}

const exported = (query: string, format: ExportFormat, actor: Actor = house.registrar) =>
  exportRegister(as(actor), { query, format });

/** What the list shows, as text. */
async function listed(query: string) {
  const { rows } = await searchRegister(as(house.registrar), Object.fromEntries(new URLSearchParams(query)));
  return rows.map((row) => [
    row.displayName,
    row.document?.number ?? '',
    row.document?.serial ?? '',
    row.until,
  ]);
}

describe('the file', () => {
  test('XLSX holds exactly the rows of the list in every script: text as text, days as days', async () => {
    const file = await exported(KARAGANDA, 'xlsx');
    expect(file).toMatchObject({ rows: NAMES.length, name: 'register_2026-11-23_all_kjf-karaganda.xlsx' });
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await bytesOf(file)) as unknown as ArrayBuffer);
    const [sheet] = book.worksheets;
    if (!sheet) throw new Error('The workbook has no sheet');
    const t = translator('ru');
    expect(sheet.name).toBe(t('registry:sheet'));
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.getRow(1).getCell(1).value).toBe(t('registry:column.name'));
    const rows = Array.from({ length: sheet.rowCount - 1 }, (_row, at) => sheet.getRow(at + 2));
    const read = rows.map((row) => [
      ...[1, 3, 4].map((column) => row.getCell(column).value),
      (row.getCell(9).value as Date).toISOString().slice(0, 10),
    ]);
    expect(read).toEqual(await listed(KARAGANDA));
    expect(read.map(([name]) => name).sort()).toEqual([...NAMES].sort());
    for (const row of rows) {
      expect(row.getCell(9).type).toBe(ExcelJS.ValueType.Date);
      expect(row.getCell(3).type).toBe(ExcelJS.ValueType.String);
      expect(row.getCell(3).numFmt).toBe('@');
      expect(row.getCell(11).value).toBe('Safe');
    }
  });

  test('CSV: UTF-8 with its mark, RFC 4180, no formula', async () => {
    const text = (await bytesOf(await exported(KARAGANDA, 'csv'))).toString('utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    const [header, ...rows] = parse(text, { bom: true });
    expect(header).toHaveLength(11);
    const read = rows.map((row) => [row[0]?.replace(/^'=/, '='), row[2], row[3], row[8]]);
    expect(read).toEqual(await listed(KARAGANDA));
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  });

  test('a longer list than a page of either is whole, without gap or double', async () => {
    const [, ...rows] = parse(await bytesOf(await exported('state=all', 'csv')), { bom: true });
    expect(rows).toHaveLength(1200 + NAMES.length);
    expect(new Set(rows.map((row) => row[0])).size).toBe(rows.length);
    const days = rows.map((row) => row[8] ?? '');
    expect(days).toEqual([...days].sort());
  });

  test('the number or serial of a document finds its row, typed as people type', async () => {
    const [row] = await listed(KARAGANDA);
    const [name = '', number = '', serial = ''] = row ?? [];
    expect(number).toMatch(/^KJF-2026-/);
    for (const q of [
      number,
      ` ${number.toLowerCase()} `,
      serial,
      serial.toLowerCase().replace(/(.{4})/g, '$1-'),
    ])
      expect((await listed(`state=all&q=${encodeURIComponent(q)}`)).map(([found]) => found)).toEqual([name]);
    expect(await listed('state=all&q=KJF-2026-999999')).toEqual([]);
  });

  test('an empty list is a header', async () => {
    expect(parse(await bytesOf(await exported('q=nobody', 'csv')), { bom: true })).toHaveLength(1);
    const book = new ExcelJS.Workbook();
    const bytes = await bytesOf(await exported('q=nobody', 'xlsx'));
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    expect(book.worksheets[0]?.rowCount).toBe(1);
  });
});

describe('who may, and what is told', () => {
  test('a region’s registrar takes the region’s rows, a coach and a visitor none', async () => {
    const grant = {
      role: 'registrar' as const,
      organisationId: house.organisationId,
      lang: null,
      level: null,
    };
    const regional = await house.newPerson('Regional', '/kjf/r5/', [{ ...grant, path: '/kjf/r5/' }]);
    const file = await exported('state=all', 'csv', regional);
    const [, ...rows] = parse(await bytesOf(file), { bom: true });
    expect(rows).toHaveLength(1200 / 20);
    expect(file.rows).toBe(rows.length);
    expect((await exported(KARAGANDA, 'csv', regional)).rows).toBe(0);
    const coach = await house.newPerson('Coach');
    await expect(exported('', 'csv', coach)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(exportRegister(house.as(null), { query: '', format: 'csv' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  test('the act is in the chain before a byte is read: who, which filter, how many rows', async () => {
    const { db } = house.as(null);
    const ask = { where: { act: 'registry.register-exported' } };
    const before = await db.auditEvent.count(ask);
    const file = await exported('?path=/kjf/r7/&state=all&after=x', 'xlsx');
    expect(await db.auditEvent.count(ask)).toBe(before + 1);
    const last = await db.auditEvent.findFirstOrThrow({ ...ask, orderBy: { seq: 'desc' } });
    expect(last.actorId).toBe(house.registrar.accountId);
    const detail = await db.auditDetail.findUniqueOrThrow({ where: { seq: last.seq } });
    expect(detail.detail).toEqual({
      filter: { state: 'all', path: '/kjf/r7/' },
      format: 'xlsx',
      rows: file.rows,
    });
    expect(file.rows).toBe(60);
  });

  test('a filter that is not understood gives no file instead of another one', async () => {
    for (const query of ['to=0026-12-31', 'from=2026-02-31', 'within=12345', 'missing=Safeguarding'])
      await expect(exported(`state=all&${query}`, 'csv')).rejects.toMatchObject({
        code: 'registry.unclear-filter',
      });
  });

  test('a list that is too long for a file is refused in words', async () => {
    const { db } = house.as(null);
    await db.$executeRaw(
      Prisma.sql`INSERT INTO person (id, created_at) SELECT md5('b' || n)::uuid, now() FROM generate_series(1, 50001) n`,
    );
    await db.$executeRaw(Prisma.sql`INSERT INTO holder (person_id, display_name, latin_name, folded_names, path)
      SELECT md5('b' || n)::uuid, 'b', 'b', 'b', '/kjf/big/' FROM generate_series(1, 50001) n`);
    await db.$executeRaw(Prisma.sql`INSERT INTO qualification (id, person_id, level_id, awarded_on, recorded_at)
      SELECT md5('b' || n)::uuid, md5('b' || n)::uuid, ${house.level.id}::uuid, date '2026-01-01', now() FROM generate_series(1, 50001) n`);
    await db.$executeRaw(Prisma.sql`INSERT INTO licence_period (id, qualification_id, no, "from", until, window_opens,
        grace_until, rule_set_version_id, components, zone, recorded_at, path)
      SELECT md5('b' || n)::uuid, md5('b' || n)::uuid, 1, date '2026-01-01', date '2029-01-01', date '2028-10-01',
        date '2029-01-01', ${house.level.ruleSets[0]?.id}::uuid, '{}', 'Asia/Almaty', now(), '/kjf/big/'
      FROM generate_series(1, 50001) n`);
    await db.$executeRawUnsafe('ANALYZE');
    const big = exported('path=%2Fkjf%2Fbig%2F', 'xlsx');
    await expect(big).rejects.toMatchObject({ code: 'registry.too-many-rows' });
  });
});
