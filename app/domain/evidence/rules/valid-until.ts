import { type LocalDate, lastDayOfMonths } from '~/platform/local-date';

/** The last valid day of something that holds for whole months from a day. */
export const validUntil = (from: LocalDate, months: number | null | undefined): LocalDate | null =>
  months ? lastDayOfMonths(from, months) : null;
