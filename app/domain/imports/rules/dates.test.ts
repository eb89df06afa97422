import { expect, test } from 'vitest';
import type { Cell } from './cells';
import { columnOrder, isSlip, readDate } from './dates';

const bounds = { earliest: '1920-01-01', latest: '2030-12-31' };

test.each<[Cell]>([
  [{ day: '2025-12-31' }],
  [46022],
  ['46022'],
  ['31.12.2025'],
  ['31.12.25'],
  ['31.12.2025 г.'],
  ['31.12.2025 00:00:00'],
  ['2025-12-31'],
  ['2025-12-31T00:00:00.000Z'],
  ['2025/12/31'],
  ['31/12/25'],
  ['12/31/2025'],
  ['31-12-2025'],
  ['20251231'],
  ['令和7年12月31日'],
  ['R7.12.31'],
  ['2025年12月31日'],
  ['３１．１２．２０２５'],
  ['31 декабря 2025 года'],
  ['31 желтоқсан 2025 ж.'],
  ['31 Dec 2025'],
])('%j is the last day of 2025', (cell) => {
  expect(readDate(cell, null, bounds)).toEqual({ date: '2025-12-31' });
});

test.each<[Cell, string]>([
  ['03/04/2025', 'ambiguous'],
  ['31.02.2025', 'unread'],
  ['13/13/2025', 'unread'],
  ['2025', 'unread'],
  [2025, 'unread'],
  ['нет', 'unread'],
  ['31.12.1825', 'unread'],
  ['31.12.1905', 'range'],
  ['平成元年1月', 'unread'],
])('%j is no day: %s', (cell, fault) => {
  expect(readDate(cell, null, bounds)).toEqual({ fault });
});

test('the column decides what a value leaves open', () => {
  expect(columnOrder(['03/04/2025', '25/04/2025', null])).toBe('dmy');
  expect(columnOrder(['03/04/2025', '04/25/2025'])).toBe('mdy');
  expect(columnOrder(['03/04/2025', '04/25/2025', '25/04/2025'])).toBeNull();
  expect(columnOrder(['03/04/2025', '03.04.2025'])).toBeNull();
  expect(readDate('03/04/2025', 'dmy', bounds)).toEqual({ date: '2025-04-03' });
  expect(readDate('03/04/2025', 'mdy', bounds)).toEqual({ date: '2025-03-04' });
  expect(readDate('04/04/2025', null, bounds)).toEqual({ date: '2025-04-04' });
});

test('two digits mean the latest year that may be meant', () => {
  expect(readDate('01.02.85', null, { earliest: '1920-01-01', latest: '2016-11-28' })).toEqual({
    date: '1985-02-01',
  });
  expect(readDate('01.02.05', null, { earliest: '1920-01-01', latest: '2016-11-28' })).toEqual({
    date: '2005-02-01',
  });
});

test('slips', () => {
  expect(isSlip('1990-03-04', '1990-04-03')).toBe(true);
  expect(isSlip('1990-03-04', '1991-03-04')).toBe(true);
  expect(isSlip('1990-03-04', '1992-05-04')).toBe(false);
  expect(isSlip('1990-02-28', '1990-03-01')).toBe(true);
  expect(isSlip('1989-12-31', '1990-01-01')).toBe(true);
  expect(isSlip('1990-03-04', '1990-03-04')).toBe(false);
});
