import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csvRecord } from './csv';

test('a parser reads back what was written, in every script', () => {
  const cells = ['Әлімов "Жеңіс"', '佐藤 花子, 指導者', 'a;b', 'two\r\nlines', '', ' space '];
  expect(parse(csvRecord(cells))).toEqual([cells]);
});

test.each(['=1+1', '+7701', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＠x'])('%j is a text', (cell) => {
  expect(parse(csvRecord([cell, 'x']))).toEqual([[`'${cell}`, 'x']]);
});

test('signs inside a text stay as they are', () => {
  expect(csvRecord(['KJF-2026-000001', 'a=b', '2026-11-28'])).toBe('KJF-2026-000001,a=b,2026-11-28\r\n');
});
