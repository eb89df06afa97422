import { Temporal } from 'temporal-polyfill';

/** The moment at which the next local day begins in an IANA zone. */
export function nextMidnight(now: Date, zone: string): Date {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const midnight = today.add({ days: 1 }).toZonedDateTime({ timeZone: zone });
  return new Date(midnight.epochMilliseconds);
}
