import type { LicenceFigure } from '~/domain/licensing/types';
import type { ReportFramework, ReportRow, ReportTotals } from '../types';

/** Each licence stands in one of these; together they are all that had begun. */
export const STANDINGS = [
  'active',
  'renewable',
  'suspended',
  'grace',
  'lapsed',
  'surrendered',
  'revoked',
] as const;
export type StandingName = (typeof STANDINGS)[number];

/** What else is told of the same licences. */
export const MOVEMENTS = ['awards', 'renewals', 'ending60', 'ending180'] as const;

export type ReportColumn = LicenceFigure | 'total';

/** What a row stands for; `place` and its `level` together in the table of both. */
export type RowHead = { place?: string; level?: string; component?: string };
export type TableRow = { key: string; head: RowHead; cells: readonly number[] };

export type ReportTable = {
  name: 'places' | 'levels' | 'both' | 'missing';
  columns: readonly string[];
  rows: readonly TableRow[];
  /** Sums of the columns. */
  totals: readonly number[];
};

/**
 * The place next below `base` that a place belongs to; `base` itself for who belongs to it directly; the root of another
 * tree, or '/', for who belongs elsewhere or nowhere.
 */
export function placeBelow(base: string, place: string): string {
  const stem = place.startsWith(base) ? base : '/';
  const next = place.slice(stem.length).split('/')[0] ?? '';
  return next === '' ? stem : `${stem}${next}/`;
}

/** Where a report begins to be divided: the whole of a framework at the framework's own organisation. */
export const baseOf = (
  { path }: Pick<ReportTotals, 'path'>,
  framework: Pick<ReportFramework, 'path'>,
): string => (path === '/' ? framework.path : path);

const standingSum = (row: ReportRow): number => STANDINGS.reduce((sum, name) => sum + (row[name] ?? 0), 0);

const figureOf = (row: ReportRow, column: ReportColumn): number =>
  column === 'total' ? standingSum(row) : (row[column] ?? 0);

const sums = (rows: readonly (readonly number[])[], width: number): number[] =>
  Array.from({ length: width }, (_column, at) => rows.reduce((sum, cells) => sum + (cells[at] ?? 0), 0));

const byKey = (rows: readonly ReportRow[], keyOf: (row: ReportRow) => string): Map<string, ReportRow[]> => {
  const groups = new Map<string, ReportRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
};

function tableOf(
  name: ReportTable['name'],
  columns: readonly ReportColumn[],
  groups: readonly { key: string; head: RowHead; rows: readonly ReportRow[] }[],
): ReportTable {
  const rows = groups.map(({ key, head, rows: own }) => ({
    key,
    head,
    cells: columns.map((column) => own.reduce((sum, row) => sum + figureOf(row, column), 0)),
  }));
  const cells = rows.map((row) => row.cells);
  return { name, columns, rows, totals: sums(cells, columns.length) };
}

/** Components that are missing, by kind and level. */
function missingTable(rows: readonly ReportRow[], levels: readonly string[]): ReportTable {
  const kinds = [...new Set(rows.flatMap(({ missing }) => Object.keys(missing)))].sort();
  const lines = kinds.map((kind) => {
    const counts = levels.map((level) =>
      rows.reduce((sum, row) => sum + (row.level === level ? (row.missing[kind] ?? 0) : 0), 0),
    );
    const total = counts.reduce((sum, count) => sum + count, 0);
    return { key: kind, head: { component: kind }, cells: [...counts, total] };
  });
  const columns = [...levels, 'total'];
  const cells = lines.map((line) => line.cells);
  return { name: 'missing', columns, rows: lines, totals: sums(cells, columns.length) };
}

/** The tables of a report or a part: by place, by level, by both, and what is missing. */
export function reportTables(
  totals: ReportTotals,
  framework: Pick<ReportFramework, 'path' | 'levels'>,
): ReportTable[] {
  const base = baseOf(totals, framework);
  const places = byKey(totals.rows, ({ place }) => placeBelow(base, place));
  const names = [...places.keys()].sort();
  const levels = framework.levels.map(({ slug }) => slug);
  const of = (rows: readonly ReportRow[] | undefined, level: string) =>
    (rows ?? []).filter((row) => row.level === level);
  const all = [...STANDINGS, 'total', ...MOVEMENTS] as const;
  const both = names.flatMap((place) =>
    levels.map((level) => ({
      key: `${place} ${level}`,
      head: { place, level },
      rows: of(places.get(place), level),
    })),
  );
  return [
    tableOf(
      'places',
      all,
      names.map((place) => ({ key: place, head: { place }, rows: places.get(place) ?? [] })),
    ),
    tableOf(
      'levels',
      all,
      levels.map((level) => ({ key: level, head: { level }, rows: of(totals.rows, level) })),
    ),
    tableOf(
      'both',
      [...STANDINGS, 'total'],
      both.filter(({ rows }) => rows.length > 0),
    ),
    missingTable(totals.rows, levels),
  ];
}
