import { Temporal } from 'temporal-polyfill';

/** A date of law: 'YYYY-MM-DD' in the zone of the framework or event. It is not a moment. */
export type LocalDate = string;

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a real calendar day between 1900 and 2199. */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !PATTERN.test(text)) return false;
  const year = Number(text.slice(0, 4));
  if (year < 1900 || year > 2199) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** The last answer for each zone. Local days begin with whole minutes everywhere. */
const lately = new Map<string, { minute: number; date: LocalDate }>();

/** The local date of a moment in an IANA zone, such as 'Asia/Almaty'. */
export function localDateOf(moment: Date, zone: string): LocalDate {
  const minute = Math.floor(moment.getTime() / 60_000);
  const known = lately.get(zone);
  if (known?.minute === minute) return known.date;
  const date = calendarDay(moment, zone);
  lately.set(zone, { minute, date });
  return date;
}

function calendarDay(moment: Date, zone: string): LocalDate {
  return Temporal.Instant.fromEpochMilliseconds(moment.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}

/** Prisma hands `date` columns over as midnight UTC. */
export const fromDb = (value: Date): LocalDate => value.toISOString().slice(0, 10);

/** The value Prisma stores in a `date` column. */
export const toDb = (date: LocalDate): Date => new Date(`${date}T00:00:00.000Z`);

/** Local date plus whole days (negative goes back). */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** Local date plus whole months; the day is cut to the month's last one (31 Jan + 1 month = 28/29 Feb). */
export const addMonths = (date: LocalDate, months: number): LocalDate =>
  Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString();

/** How many days a span has, both ends counted; 0 when it ends before it begins. */
export const daysOf = (from: LocalDate, to: LocalDate): number =>
  Math.max(0, Math.round((toDb(to).getTime() - toDb(from).getTime()) / 86_400_000) + 1);

/**
 * The last day of n whole months that begin on `from`: the day before the same day n months later. Where that day does
 * not exist, the month's own last day is the end: 29 Feb 2024 and 12 months end on 28 Feb 2025, a full year.
 */
export function lastDayOfMonths(from: LocalDate, months: number): LocalDate {
  const sameDay = addMonths(from, months);
  return sameDay.slice(8) === from.slice(8) ? addDays(sameDay, -1) : sameDay;
}

/** The last day of n whole months that begin on the day after `until`. */
export const lastMonthsAfter = (until: LocalDate, months: number): LocalDate =>
  months === 0 ? until : lastDayOfMonths(addDays(until, 1), months);
