import { maskRuns } from '~/domain/identities/inputs';
import type { Ctx } from '~/platform/context';
import { cellText, type TableRow } from '../rules/cells';
import { choiceKey } from '../rules/choices';
import { type PersonRow, type Reading, readRow } from '../rules/read-row';
import type { OpenValues } from './imports.server';
import type { RowIssue } from './issues.server';
import { walkRows } from './rows.server';

export type ReadPerson = { no: number; person: PersonRow; print: string };

export type RowsRead = {
  people: ReadPerson[];
  /** Rows that are left out. */
  left: number[];
  issues: RowIssue[];
  open: OpenValues;
};

/** Values that name nothing, so many of each kind as a page can ask for. */
const MOST_OPEN = 50;

type Tally = Map<string, { value: string; rows: number }>;

function count(tally: Tally, text: string): void {
  const key = choiceKey(text);
  // Letters that fold to nothing cannot be chosen for.
  if (key === '') return;
  const there = tally.get(key);
  if (there) there.rows += 1;
  else tally.set(key, { value: maskRuns(text), rows: 1 });
}

const listed = (tally: Tally): OpenValues['places'] =>
  [...tally]
    .map(([key, { value, rows }]) => ({ key, value, rows }))
    .sort((a, b) => b.rows - a.rows)
    .slice(0, MOST_OPEN);

/**
 * Everything that a row says, as one keyed text; of rows that say the same, each has its own. Without a place of its own a
 * row belongs to the organisation that it was sent for: elsewhere the same words are somebody else.
 */
class Printer {
  private readonly seen = new Map<string, number>();
  constructor(
    private readonly ctx: Ctx,
    private readonly organisationId: string,
  ) {}

  print(person: PersonRow): string {
    const whole = { ...person, organisationId: person.organisationId ?? this.organisationId };
    const text = this.ctx.secrets.sign('import-prints', JSON.stringify(whole));
    const times = (this.seen.get(text) ?? 0) + 1;
    this.seen.set(text, times);
    return times === 1 ? text : `${text}.${times}`;
  }
}

type ToRead = {
  importId: string;
  /** For whom it was sent. */
  organisationId: string;
  reading: Reading;
  onPage(done: number): Promise<void>;
};

/** Reads every row of an import by a mapping. */
export async function readRows(
  ctx: Ctx,
  { importId, organisationId, reading, onPage }: ToRead,
): Promise<RowsRead> {
  const [printer, places, levels, dates] = [
    new Printer(ctx, organisationId),
    new Map(),
    new Map(),
    new Set<number>(),
  ];
  const read: Omit<RowsRead, 'open'> = { people: [], left: [], issues: [] };
  const note = (row: TableRow, { code, column }: { code: string; column: number | null }) => {
    if (column === null) return;
    if (code === 'date-ambiguous') dates.add(column);
    if (/^place-/.test(code)) count(places, cellText(row.cells[column]));
    if (/^level-(unknown|several)$/.test(code)) count(levels, cellText(row.cells[column]));
  };
  let done = 0;
  for await (const page of walkRows(ctx, importId)) {
    for (const row of page) {
      const { person, issues } = readRow(row, reading);
      for (const issue of issues) {
        read.issues.push({ ...issue, rowNo: row.no });
        note(row, issue);
      }
      if (person) read.people.push({ no: row.no, person, print: printer.print(person) });
      else read.left.push(row.no);
    }
    done += page.length;
    await onPage(done);
  }
  return {
    ...read,
    open: { places: listed(places), levels: listed(levels), dates: [...dates].sort((a, b) => a - b) },
  };
}
