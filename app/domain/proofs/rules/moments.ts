import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '~/platform/local-date';

/** Without the zone's name, to the second: what XML Schema calls dateTimeStamp. */
const stamp = (moment: Temporal.ZonedDateTime): string =>
  moment.toString({ smallestUnit: 'second', timeZoneName: 'never' });

/** The first second of a local day in an IANA zone, such as '2026-11-01T00:00:00+05:00'. */
export const firstSecond = (day: LocalDate, zone: string): string =>
  stamp(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }));

/** The last second of a local day, which is valid to its end. */
export const lastSecond = (day: LocalDate, zone: string): string =>
  stamp(
    Temporal.PlainDate.from(day)
      .add({ days: 1 })
      .toZonedDateTime({ timeZone: zone })
      .subtract({ seconds: 1 }),
  );
