import type { LocalDate } from '~/platform/local-date';

/**
 * Full years on a day; 0 before the birthday. A year is full with the beginning of the birthday. Whoever was born on 29
 * February is a year older from 1 March in years without that day: a year that lacks its day is full at the end of the
 * month (Japan: Act on Calculation of Age, 1902, with Civil Code, article 143 (2)).
 */
export function ageOn(birthOn: LocalDate, on: LocalDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthOn.slice(0, 4));
  return Math.max(0, on.slice(5) < birthOn.slice(5) ? years - 1 : years);
}
