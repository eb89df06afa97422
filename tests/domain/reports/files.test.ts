import ExcelJS from 'exceljs';
import { beforeAll, expect, test } from 'vitest';
import { exportReport } from '~/domain/reports/export-report.server';
import { getReport } from '~/domain/reports/get-report.server';
import type { ReportFileInput } from '~/domain/reports/inputs';
import { translator } from '~/i18n/translate';
import { useWorld } from '../../support/database';
import { flat, hasPoppler, infoOf, textOf } from '../credentials/documents/poppler';
import { randomFacts } from './random-facts';
import { openReportWorld, type ReportWorld } from './report-world';

const world = useWorld();
let house: ReportWorld;
let reportId: string;

beforeAll(async () => {
  house = await openReportWorld(world.current);
  const act = randomFacts(house, 11);
  for (let step = 0; step < 120; step += 1) await act('2026-06-01', new Date('2026-06-01T05:00:00Z'));
  reportId = await house.order();
});

const file = (facts: Partial<ReportFileInput> = {}) =>
  exportReport(house.as(house.registrar), {
    ...{ reportId, place: '', format: 'pdf', languages: 'kk-ru' },
    ...facts,
  });

const page = () => getReport(house.as(house.registrar), { reportId, place: '' });

test.skipIf(!hasPoppler)(
  'the PDF says everything in Kazakh and Russian: places, checksum, day, moment, page numbers',
  async () => {
    const made = await file();
    expect(made.name).toMatch(/^report_test-ladder_2026-11-23_all_[0-9a-f]{8}\.pdf$/);
    const text = flat(await textOf(made.bytes));
    const { sha256 } = await page();
    for (const words of [
      'Өскемен өңірі',
      'Область east',
      sha256 ?? '-',
      '2026 жылғы 23 қараша',
      '23 ноября 2026 года',
    ])
      expect(text).toContain(words);
    for (const lang of ['kk', 'ru'] as const) {
      const t = translator(lang);
      for (const key of ['reports:table.both', 'reports:chart.title', 'reports:report.checksum'] as const)
        expect(text).toContain(t(key));
    }
    expect(text).toMatch(/1\/[2-9]/);
    expect(text).not.toMatch(/Жасырын|Hidden/);
    expect(await infoOf(made.bytes)).toMatch(/Tagged:\s+yes/);
    expect(await infoOf(made.bytes, '-meta')).toMatch(/pdfaid:part>2</);
    expect(await infoOf(made.bytes, '-struct')).toMatch(/Figure[\s\S]*Table/);
    expect(Buffer.from((await file()).bytes).equals(made.bytes)).toBe(true);
  },
);

test.skipIf(!hasPoppler)('one language alone, and a part of the report', async () => {
  const text = await textOf((await file({ languages: 'ja', place: '/kjf/east/' })).bytes);
  expect(text).toContain('場所');
  expect(text).not.toMatch(/Область west|Батыс/);
});

test('the workbook holds the same numbers, and the rows that the checksum covers', async () => {
  const { bytes, name } = await file({ format: 'xlsx' });
  expect(name).toMatch(/\.xlsx$/);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer);
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['Қазақша', 'Русский', 'Деректер']);
  const { rows } = await house.totalsOf(reportId);
  const data = book.worksheets[2];
  expect(data?.rowCount).toBe(rows.length + 1);
  expect(data?.getRow(2).getCell(1).value).toBe(rows[0]?.place);
  const sum = (column: number) =>
    rows.reduce((all, _row, at) => all + Number(data?.getRow(at + 2).getCell(column).value), 0);
  expect(sum(3)).toBe(rows.reduce((all, row) => all + row.active, 0));
  const words = book.worksheets.flatMap((sheet) => sheet.getSheetValues()).join(' ');
  expect(words).not.toMatch(/Жасырын|Hidden/);
  expect(words).toContain('Өскемен өңірі');
});

test('every file is told to the audit chain: who, which part, which kind', async () => {
  const { db } = house.as(null);
  const ask = { where: { act: 'reports.report-exported' } };
  const before = await db.auditEvent.count(ask);
  await file({ format: 'xlsx', languages: 'en', place: '/kjf/west/' });
  const last = await db.auditEvent.findFirstOrThrow({ ...ask, orderBy: { seq: 'desc' } });
  expect(await db.auditEvent.count(ask)).toBe(before + 1);
  expect(last).toMatchObject({ actorId: house.registrar.accountId, subjectId: reportId });
  const { detail } = await db.auditDetail.findUniqueOrThrow({ where: { seq: last.seq } });
  expect(detail).toMatchObject({ place: '/kjf/west/', format: 'xlsx', languages: 'en' });
});

test('sums of rows and columns agree on the page, and its chart draws the same numbers', async () => {
  const { section } = await page();
  const numbers = (cells: readonly string[]) => cells.map((cell) => Number(cell.replace(/\s/g, '')));
  const [places, levels, both] = section?.tables ?? [];
  for (const table of [places, levels, both]) {
    const rows = (table?.rows ?? []).map(({ cells }) => numbers(cells));
    const totals = numbers(table?.totals ?? []);
    totals.forEach((total, at) => {
      expect(rows.reduce((sum, cells) => sum + (cells[at] ?? 0), 0)).toBe(total);
    });
    for (const cells of [...rows, totals])
      expect(cells.slice(0, 7).reduce((sum, count) => sum + count, 0)).toBe(cells[7]);
  }
  expect(places?.totals.slice(0, 8)).toEqual(both?.totals);
  expect(places?.totals).toEqual(levels?.totals);
  const drawn = section?.chart.bars.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0));
  expect(drawn).toEqual(places?.rows.map(({ cells }) => numbers(cells)[7]));
});
