import { Temporal } from 'temporal-polyfill';
import { addDays, type LocalDate } from '~/platform/local-date';

const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek);

/**
 * Local times of a seminar moved to the week that lies `weeks` from today's: weekdays, hours and the days between its
 * sessions stay. One week on is always the next week, whatever weekday today is.
 */
export function movedTimes(times: readonly string[], today: LocalDate, weeks: number): string[] {
  const first = times[0]?.slice(0, 10) ?? today;
  const monday = Temporal.PlainDate.from(mondayOf(first));
  const target = addDays(mondayOf(today), weeks * 7);
  return times.map((time) => {
    const days = monday.until(Temporal.PlainDate.from(time.slice(0, 10))).total('days');
    return `${addDays(target, days)}${time.slice(10)}`;
  });
}
