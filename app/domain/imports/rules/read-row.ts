import { maskIin, maskRuns, readIin } from '~/domain/identities/inputs';
import { addMonths, type LocalDate } from '~/platform/local-date';
import { type Cell, cellText, type TableRow } from './cells';
import type { Choices } from './choices';
import { type DateFault, type DateOrder, readDate } from './dates';
import type { Field } from './fields';
import { readName, type Spelling, splitName } from './names';

/** A person of a table with what the paper says, every word understood. */
export type PersonRow = {
  names: Spelling[];
  iin: string | null;
  birthOn: LocalDate | null;
  /** Null: the organisation for which the table is imported. */
  organisationId: string | null;
  award: { levelId: string; awardedOn: LocalDate; until: LocalDate | null; number: string | null } | null;
};

/** `isError`: the row is left out because of it; otherwise something was mended. `found` is fit to be shown. */
export type Issue = { column: number | null; code: string; isError: boolean; found: string };

export type Reading = {
  fields: ReadonlyMap<Field, number>;
  orders: ReadonlyMap<number, DateOrder | null>;
  places: Pick<Choices, 'find'>;
  levels: Pick<Choices, 'find'>;
  /** Whether the place is within the registrar's reach. */
  isReached(organisationId: string): boolean;
  today: LocalDate;
};

export type RowReading = { person: PersonRow | null; issues: Issue[] };

const LONGEST_NUMBER = 100;
const SHOWN = 120;

/** Reads the cells of one row, gathering what is wrong. */
class RowReader {
  readonly issues: Issue[] = [];
  constructor(
    private readonly row: TableRow,
    private readonly reading: Reading,
  ) {}

  has = (field: Field): boolean => this.reading.fields.has(field);

  /** A dash is how people write that there is nothing; a formula whose result is not stored is an error. */
  cell(field: Field): Exclude<Cell, { uncomputed: true }> {
    const at = this.reading.fields.get(field);
    const cell = at === undefined ? null : (this.row.cells[at] ?? null);
    if (cell !== null && typeof cell === 'object' && 'uncomputed' in cell)
      return this.sayUncomputed(at ?? null);
    return typeof cell === 'string' && !/[\p{L}\p{N}]/u.test(cell) ? null : cell;
  }

  text = (field: Field): string => cellText(this.cell(field));

  say(field: Field, code: string, isError = true): null {
    // People write numbers into wrong columns.
    const text = field === 'iin' ? maskIin(this.text(field)) : maskRuns(this.text(field));
    const found = text.slice(0, SHOWN);
    this.issues.push({ column: this.reading.fields.get(field) ?? null, code, isError, found });
    return null;
  }

  private sayUncomputed(column: number | null): null {
    const code = 'cell-uncomputed';
    if (!this.issues.some((issue) => issue.column === column && issue.code === code))
      this.issues.push({ column, code, isError: true, found: '' });
    return null;
  }

  date(field: Field, bounds: { earliest: LocalDate; latest: LocalDate }): LocalDate | null {
    const order = this.reading.orders.get(this.reading.fields.get(field) ?? -1) ?? null;
    const read = readDate(this.cell(field), order, bounds);
    if (!read) return null;
    return 'date' in read ? read.date : this.say(field, DATE_CODES[read.fault]);
  }
}

const DATE_CODES: Record<DateFault, string> = {
  ambiguous: 'date-ambiguous',
  unread: 'date-unread',
  range: 'date-range',
};

const EARLIEST = '1920-01-01';
/** Nobody younger is in a register of coaches. */
const YOUNGEST_YEARS = 10;

function readNames(row: RowReader): Spelling[] {
  const whole = row.has('full-name');
  const field: Field = whole ? 'full-name' : 'family';
  const parts = whole
    ? splitName(row.text('full-name'))
    : { family: row.text('family'), given: row.text('given'), patronymic: '' };
  const patronymic = row.has('patronymic') ? row.text('patronymic') : parts.patronymic;
  const read = readName({ ...parts, patronymic });
  if ('fault' in read) {
    row.say(field, `name-${read.fault}`);
    return [];
  }
  if (read.mended) row.say(field, 'name-mended', false);
  const other = row.text('other-name');
  if (other === '') return [read.name];
  const second = readName(splitName(other));
  if ('fault' in second) {
    row.say('other-name', `name-${second.fault}`);
    return [read.name];
  }
  if (second.mended) row.say('other-name', 'name-mended', false);
  return second.name.script === read.name.script ? [read.name] : [read.name, second.name];
}

function readNumberOfPerson(row: RowReader, typed: LocalDate | null): Pick<PersonRow, 'iin' | 'birthOn'> {
  const cell = row.cell('iin');
  const read = readIin(typeof cell === 'number' ? cell : cellText(cell), typed);
  if (!read) return { iin: null, birthOn: typed };
  if ('fault' in read) {
    row.say('iin', `iin-${read.fault}`);
    return { iin: null, birthOn: typed };
  }
  if (read.mended) row.say('iin', `iin-mended-${read.mended}`, false);
  if (typed !== null && read.birthOn !== null && typed !== read.birthOn) row.say('iin', 'iin-other-birthday');
  return { iin: read.iin, birthOn: typed ?? read.birthOn };
}

function readPlace(row: RowReader, { places, isReached }: Reading): string | null {
  for (const field of ['club', 'region'] as const) {
    const text = row.text(field);
    if (text === '') continue;
    const found = places.find(text);
    if ('fault' in found) return row.say(field, `place-${found.fault}`);
    return isReached(found.id) ? found.id : row.say(field, 'place-outside');
  }
  return null;
}

function readLevel(row: RowReader, { levels }: Reading): string | null {
  const found = levels.find(row.text('level'));
  return 'id' in found ? found.id : row.say('level', `level-${found.fault}`);
}

function readAward(row: RowReader, reading: Reading): PersonRow['award'] {
  const { today } = reading;
  const awardedOn = row.date('awarded', { earliest: EARLIEST, latest: today });
  const until = row.date('until', { earliest: EARLIEST, latest: addMonths(today, 12 * 50) });
  const number = row.text('number');
  if (number.length > LONGEST_NUMBER) row.say('number', 'number-too-long');
  const isBad = row.issues.some(({ isError }) => isError);
  if (row.text('level') === '') {
    if (row.text('awarded') !== '' || row.text('until') !== '' || number !== '')
      row.say('level', 'level-missing');
    return null;
  }
  const levelId = readLevel(row, reading);
  if (row.text('awarded') === '') return row.say('awarded', 'awarded-missing');
  if (awardedOn && until && until < awardedOn) return row.say('until', 'until-before-awarded');
  if (!levelId || !awardedOn || isBad) return null;
  return { levelId, awardedOn, until, number: number || null };
}

/** One row as a person; without a person when any of its issues is an error. */
export function readRow(row: TableRow, reading: Reading): RowReading {
  const reader = new RowReader(row, reading);
  const names = readNames(reader);
  const latest = addMonths(reading.today, -12 * YOUNGEST_YEARS);
  const typed = reader.date('birth', { earliest: EARLIEST, latest });
  const identity = readNumberOfPerson(reader, typed);
  const organisationId = readPlace(reader, reading);
  const award = readAward(reader, reading);
  const { issues } = reader;
  const isLeftOut = issues.some(({ isError }) => isError);
  return { person: isLeftOut ? null : { names, ...identity, organisationId, award }, issues };
}
