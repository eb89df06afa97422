import { addDays, addMonths, type LocalDate } from '~/platform/local-date';

/** The last valid day of something that holds for whole months from a day: the day before the same day later. */
export const validUntil = (from: LocalDate, months: number | null | undefined): LocalDate | null =>
  months ? addDays(addMonths(from, months), -1) : null;
