import { Temporal } from 'temporal-polyfill';
import { addDays, type LocalDate } from '~/platform/local-date';

/** Days are those of the federation. */
export const ZONE = 'Asia/Almaty';

/** Acts that began before midnight and commit after it are in by then. */
const MINUTES_AFTER_MIDNIGHT = 5;

/** The moment at which the day is over. */
export function endOf(day: LocalDate): Date {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime({ timeZone: ZONE });
  return new Date(next.epochMilliseconds);
}

/** The moment from which the day's checkpoint may be made. */
export const dueAt = (day: LocalDate): Date =>
  new Date(endOf(day).getTime() + MINUTES_AFTER_MIDNIGHT * 60_000);

/** The newest day whose checkpoint is due at `now`, when the local date is `today`. */
export function newestDue(now: Date, today: LocalDate): LocalDate {
  const yesterday = addDays(today, -1);
  return dueAt(yesterday) <= now ? yesterday : addDays(today, -2);
}
