import { isLocalDate, type LocalDate } from '~/platform/local-date';

/** What a cell holds: text, a number, a day that the table itself knows as one, a formula without its result, or nothing. */
export type Cell = string | number | { day: LocalDate } | { uncomputed: true } | null;

/** `no` is the row's number in its table, from 1. */
export type TableRow = { no: number; cells: Cell[] };

/** 0 → A, 26 → AA. */
export function columnLetter(index: number): string {
  const before = Math.floor(index / 26);
  return `${before > 0 ? columnLetter(before - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** A → 0, AA → 26. */
export const columnIndex = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** The text of a cell on one line; '' for an empty one. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'object') return 'day' in cell ? cell.day : '';
  return String(cell)
    .normalize('NFC')
    .replace(/[\s\u0000-\u001f\u007f\u200b\ufeff]+/gu, ' ')
    .trim();
}

export const isEmptyRow = ({ cells }: TableRow): boolean =>
  cells.every((cell) => cellText(cell) === '' && (typeof cell !== 'object' || cell === null));

const DAY_ZERO = Date.UTC(1899, 11, 30);

/** A day as spreadsheets count them from 1900; null outside the calendar. */
export function daySerial(serial: number): LocalDate | null {
  const date = new Date(DAY_ZERO + Math.floor(serial) * 86_400_000);
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
  return isLocalDate(text) ? text : null;
}
