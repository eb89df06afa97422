import { LICENCE_FIGURES } from '~/domain/licensing/types';
import type { Lang } from '~/i18n/locales';
import { translator } from '~/i18n/translate';
import { reportTables } from '../rules/report-tables';
import { type CountedReport, type PlaceNames, reportSection } from './report-paper';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A cell: words as words, numbers as numbers. */
type Cell = string | number;
type Line = { cells: Cell[]; bold?: boolean };

/** What XML cannot hold is left out; what a spreadsheet would take for a formula stays text, because its cell is of text. */
const plain = (cell: Cell): Cell =>
  typeof cell === 'number'
    ? cell
    : cell.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');

/** The report as it stands on the page: facts, notes, then each table under its name. */
function linesIn(report: CountedReport, places: PlaceNames, lang: Lang): Line[] {
  const section = reportSection(report, places, lang);
  const numbers = reportTables(report.counted.totals, report.framework);
  const tables = section.tables.flatMap((table, index): Line[] => {
    const own = numbers[index];
    if (!own) return [];
    const title = { cells: [table.title.text], bold: true };
    if (own.rows.length === 0) return [{ cells: [] }, title, { cells: [table.empty.text] }];
    const header = [...table.corner, ...table.columns].map(({ text }) => text);
    const rows = own.rows.map(({ cells }, at) => ({
      cells: [...(table.rows[at]?.head.map(({ text }) => text) ?? []), ...cells],
    }));
    const gap = table.corner.slice(1).map(() => '');
    const total = { cells: [table.total.text, ...gap, ...own.totals], bold: true };
    const note = table.note ? [{ cells: [table.note.text] }] : [];
    return [{ cells: [] }, title, { cells: header, bold: true }, ...rows, total, ...note];
  });
  return [
    { cells: [section.title.text], bold: true },
    { cells: [section.framework.text] },
    ...section.facts.map(({ label, value }) => ({ cells: [label.text, value.text] })),
    ...section.notes.map(({ text }) => ({ cells: [text] })),
    ...tables,
  ];
}

/** The rows that the checksum covers, as they are stored. */
function dataLines({ counted: { totals } }: CountedReport): Line[] {
  const kinds = [...new Set(totals.rows.flatMap(({ missing }) => Object.keys(missing)))].sort();
  const header = ['place', 'level', ...LICENCE_FIGURES, ...kinds.map((kind) => `missing:${kind}`)];
  return [
    { cells: header, bold: true },
    ...totals.rows.map((row) => ({
      cells: [
        row.place,
        row.level,
        ...LICENCE_FIGURES.map((name) => row[name]),
        ...kinds.map((kind) => row.missing[kind] ?? 0),
      ],
    })),
  ];
}

const NAMES: Readonly<Record<Lang, string>> = {
  kk: 'Қазақша',
  ru: 'Русский',
  ja: '日本語',
  en: 'English',
};

/** A workbook: one sheet for each language, and one with the rows that the checksum covers. */
export async function reportBook(
  report: CountedReport,
  places: PlaceNames,
  languages: readonly [Lang, ...Lang[]],
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: excel } = await import('exceljs');
  const book = new excel.Workbook();
  book.created = report.counted.at;
  book.title = `${report.framework.slug} ${report.on} ${report.counted.sha256}`;
  const add = (name: string, lines: readonly Line[], first: number) => {
    const sheet = book.addWorksheet(name);
    for (const { cells, bold = false } of lines) {
      const row = sheet.addRow(cells.map(plain));
      if (bold) row.font = { bold: true };
      cells.forEach((cell, at) => {
        if (typeof cell === 'string') row.getCell(at + 1).numFmt = '@';
      });
    }
    const width = Math.max(1, ...lines.map(({ cells }) => cells.length));
    for (let at = 1; at <= width; at += 1) sheet.getColumn(at).width = at <= 2 ? first : 14;
    return sheet;
  };
  for (const lang of languages) add(NAMES[lang], linesIn(report, places, lang), 34);
  const data = add(translator(languages[0])('reports:file.data'), dataLines(report), 30);
  data.views = [{ state: 'frozen', ySplit: 1 }];
  return new Uint8Array(await book.xlsx.writeBuffer());
}
