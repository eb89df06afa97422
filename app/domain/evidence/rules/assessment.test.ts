import { expect, test } from 'vitest';
import { isPassed, meanOf } from './assessment';

const marks = (...values: number[]) => values.map((mark) => ({ mark, minimum: 2 }));

test.each([
  [marks(3, 3, 3, 3, 3), 3, true],
  [marks(5, 5, 5, 5, 1), 3, false],
  [marks(2, 2, 3, 3, 4), 3, false],
  [marks(2, 3, 3, 3, 4), 3, true],
  [marks(4, 4, 4), 4.01, false],
  [marks(3, 3, 4), 3.33, true],
  [marks(3, 3, 4), 3.34, false],
  [[], 0, false],
])('%j with a mean of %d: %s', (given, meanAtLeast, passed) => {
  expect(isPassed(given, meanAtLeast)).toBe(passed);
});

test('the mean is shown with two decimals and decides nothing', () => {
  expect(meanOf(marks(3, 3, 4))).toBe(3.33);
  expect(meanOf([])).toBe(0);
});
