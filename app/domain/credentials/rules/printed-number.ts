/** 117 of 2026 with the prefix KJF is printed KJF-2026-000117. */
export const printedNumber = (prefix: string, year: number, number: number): string =>
  `${prefix}-${year}-${String(number).padStart(6, '0')}`;
