import type { Mark } from '../types';

/** The mean of the marks, rounded to two decimals; 0 of nothing. */
export const meanOf = (marks: readonly Pick<Mark, 'mark'>[]): number =>
  marks.length === 0
    ? 0
    : Math.round((marks.reduce((sum, { mark }) => sum + mark, 0) / marks.length) * 100) / 100;

/** Passed: no mark below the minimum of its criterion, and the exact mean reaches what the level asks for. */
export const isPassed = (marks: readonly Pick<Mark, 'mark' | 'minimum'>[], meanAtLeast: number): boolean =>
  marks.length > 0 &&
  marks.every(({ mark, minimum }) => mark >= minimum) &&
  marks.reduce((sum, { mark }) => sum + mark, 0) >= meanAtLeast * marks.length;
