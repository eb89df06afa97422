import { type LocalDate, localDateOf } from './local-date';

/** The only source of time for use cases; tests set their own. */
export type Clock = {
  now(): Date;
  /** Today's local date in an IANA zone. */
  today(zone: string): LocalDate;
};

export const systemClock: Clock = {
  now: () => new Date(),
  today: (zone) => localDateOf(new Date(), zone),
};
