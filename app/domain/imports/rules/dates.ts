import { addDays, isLocalDate, type LocalDate } from '~/platform/local-date';
import { type Cell, cellText, daySerial } from './cells';

/** Which of two numbers in front of the year is the day. */
export type DateOrder = 'dmy' | 'mdy';
export type DateFault = 'ambiguous' | 'unread' | 'range';
export type DateReading = { date: LocalDate } | { fault: DateFault };

/** `earliest` and `latest` bound what is believed, and say which century two digits mean. */
export type DateBounds = { earliest: LocalDate; latest: LocalDate };

const ERAS: readonly (readonly [RegExp, number])[] = [
  [/^(?:令和|r)/i, 2018],
  [/^(?:平成|h)/i, 1988],
  [/^(?:昭和|s)/i, 1925],
];

/** The beginnings of the months' names in Russian, Kazakh and English. */
const MONTHS: readonly RegExp[] = [
  /^(янв|қаң|jan)/,
  /^(фев|ақп|feb)/,
  /^(мар|нау|mar)/,
  /^(апр|сәу|apr)/,
  /^(ма[йя]|мам|may)/,
  /^(июн|мау|jun)/,
  /^(июл|шіл|jul)/,
  /^(авг|там|aug)/,
  /^(сен|қыр|sep)/,
  /^(окт|қаз|oct)/,
  /^(ноя|қар|nov)/,
  /^(дек|жел|dec)/,
];

const dateOf = (year: number, month: number, day: number): LocalDate | null => {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isLocalDate(text) ? text : null;
};

/** Two digits are the latest year with that ending which may be meant. */
function wholeYear(text: string, { latest }: DateBounds): number {
  const year = Number(text);
  if (text.length > 2) return year;
  const last = Number(latest.slice(0, 4));
  return last - ((((last - year) % 100) + 100) % 100);
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d)[t ]\s*\d{1,2}:\d{2}(:\d{2})?(\.\d+)?z?$/, '')
    .replace(/\s*(г\.?|года|ж\.?|жылы?)$/u, '')
    .trim();

function readEra(text: string): LocalDate | null {
  for (const [era, before] of ERAS) {
    const parts = /^(\d{1,2}|元)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})日?$/.exec(
      text.replace(era, '').trim(),
    );
    if (era.test(text) && parts)
      return dateOf(before + (parts[1] === '元' ? 1 : Number(parts[1])), Number(parts[2]), Number(parts[3]));
  }
  return null;
}

function readNamed(text: string, bounds: DateBounds): LocalDate | null {
  const [, day = '', name = '', year = ''] =
    /^(\d{1,2})[\s.-]+(\p{L}+)[\s.,-]+(\d{4}|\d{2})$/u.exec(text) ?? [];
  const month = MONTHS.findIndex((each) => each.test(name)) + 1;
  return month > 0 ? dateOf(wholeYear(year, bounds), month, Number(day)) : null;
}

const SLASHED = /^(\d{1,2})\s*[/-]\s*(\d{1,2})\s*[/-]\s*(\d{4}|\d{2})$/;

/** What one value says about the order of its column; null when it may be either. */
export function orderOf(cell: Cell | undefined): DateOrder | null {
  const [, first = '', second = ''] = SLASHED.exec(plain(cellText(cell))) ?? [];
  if (Number(first) > 12 && Number(second) <= 12) return 'dmy';
  return Number(second) > 12 && Number(first) <= 12 ? 'mdy' : null;
}

/** The order of a column, when its values say only one. */
export function columnOrder(cells: Iterable<Cell | undefined>): DateOrder | null {
  const said = new Set<DateOrder>();
  for (const cell of cells) {
    const order = orderOf(cell);
    if (order) said.add(order);
  }
  const [only = null] = said;
  return said.size === 1 ? only : null;
}

function readSlashed(text: string, order: DateOrder | null, bounds: DateBounds): DateReading | null {
  const parts = SLASHED.exec(text);
  if (!parts) return null;
  const [, first = '', second = '', yearText = ''] = parts;
  const year = wholeYear(yearText, bounds);
  const own = orderOf(text) ?? (first === second ? 'dmy' : order);
  if (!own) return { fault: dateOf(year, Number(second), Number(first)) ? 'ambiguous' : 'unread' };
  const [day, month] = own === 'dmy' ? [first, second] : [second, first];
  const date = dateOf(year, Number(month), Number(day));
  return date ? { date } : { fault: 'unread' };
}

function readText(text: string, bounds: DateBounds): LocalDate | null {
  const dotted = /^(\d{1,2})\s*\.\s*(\d{1,2})\s*\.\s*(\d{4}|\d{2})$/.exec(text);
  if (dotted) return dateOf(wholeYear(dotted[3] ?? '', bounds), Number(dotted[2]), Number(dotted[1]));
  const ordered = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})日?$/.exec(text);
  if (ordered) return dateOf(Number(ordered[1]), Number(ordered[2]), Number(ordered[3]));
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return dateOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  if (/^\d{5}(\.\d+)?$/.test(text)) return daySerial(Number(text));
  return readEra(text) ?? readNamed(text, bounds);
}

/**
 * The day that a cell tells; null for an empty one. Dots stand as in Kazakhstan, day first; with slashes the column's
 * `order` decides what the value itself leaves open.
 */
export function readDate(
  cell: Cell | undefined,
  order: DateOrder | null,
  bounds: DateBounds,
): DateReading | null {
  const text = plain(cellText(cell));
  if (text === '') return null;
  const slashed = readSlashed(text, order, bounds);
  if (slashed && 'fault' in slashed) return slashed;
  const date = slashed?.date ?? readText(text, bounds);
  if (!date) return { fault: 'unread' };
  return date < bounds.earliest || date > bounds.latest ? { fault: 'range' } : { date };
}

/** The days that a slip of the hand makes of a day, and the day itself: one digit, day and month swapped, a day more or less. */
export function slipsOf(day: LocalDate): Set<LocalDate> {
  const swapped = `${day.slice(0, 4)}-${day.slice(8)}-${day.slice(5, 7)}`;
  const slips = new Set([day, swapped, addDays(day, 1), addDays(day, -1)]);
  for (const [place, own] of [...day].entries())
    if (own !== '-')
      for (let digit = 0; digit < 10; digit += 1)
        slips.add(`${day.slice(0, place)}${digit}${day.slice(place + 1)}`);
  return slips;
}

/** Whether two days differ as a slip of the hand makes them differ. */
export const isSlip = (one: LocalDate, other: LocalDate): boolean => one !== other && slipsOf(one).has(other);
