import { LICENCE_FIGURES, type LicenceFigure } from '~/domain/licensing/types';
import type { Difference, ReportRow, ReportTotals } from '../types';

/** Every number of a row by its name; components as 'missing:<kind>'. */
const figuresOf = (row: ReportRow | undefined, names: readonly LicenceFigure[]): Map<string, number> =>
  new Map([
    ...names.map((name): [string, number] => [name, row?.[name] ?? 0]),
    ...Object.entries(row?.missing ?? {}).map(([kind, count]): [string, number] => [
      `missing:${kind}`,
      count,
    ]),
  ]);

const keyOf = ({ place, level }: ReportRow): string => `${place} ${level}`;

/** The first number, in the order of places and levels, that two counts do not share; null when they are equal. */
export function firstDifference(stored: ReportTotals, counted: ReportTotals): Difference | null {
  const [before, after] = [stored, counted].map(({ rows }) => new Map(rows.map((row) => [keyOf(row), row])));
  const [first] = stored.rows;
  // A report of an earlier version is asked for the figures that it has.
  const asked = LICENCE_FIGURES.filter((name) => !first || Object.hasOwn(first, name));
  for (const key of [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort()) {
    const [was, is] = [figuresOf(before?.get(key), asked), figuresOf(after?.get(key), asked)];
    const row = before?.get(key) ?? after?.get(key);
    for (const figure of new Set([...was.keys(), ...is.keys()])) {
      const [one, other] = [was.get(figure) ?? 0, is.get(figure) ?? 0];
      if (row && one !== other)
        return { place: row.place, level: row.level, figure, stored: one, counted: other };
    }
  }
  return null;
}
