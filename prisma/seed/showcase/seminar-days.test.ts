import { expect, test } from 'vitest';
import { movedTimes } from './seminar-days';

test('a Saturday stays a Saturday of the next week, whatever weekday today is', () => {
  for (const today of ['2026-11-23', '2026-11-25', '2026-11-29'])
    expect(movedTimes(['2027-02-06T11:00', '2027-02-06T13:00'], today, 1)).toEqual([
      '2026-12-05T11:00',
      '2026-12-05T13:00',
    ]);
});

test('weeks back, and the days between sessions', () => {
  expect(movedTimes(['2027-04-05T09:00', '2027-04-12T09:00'], '2026-11-25', -3)).toEqual([
    '2026-11-02T09:00',
    '2026-11-09T09:00',
  ]);
});
