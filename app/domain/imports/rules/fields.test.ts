import { expect, test } from 'vitest';
import type { Cell } from './cells';
import { findHeader } from './fields';

const header = (...rows: Cell[][]) => findHeader(rows.map((cells, at) => ({ no: at + 1, cells })));

test('the header is the row that names most', () => {
  expect(header(['Реестр', null], ['ФИО', 'ИИН', 'Клуб'], ['Ахметов Ерлан', '901015300123', 'Абай'])).toBe(2);
  expect(header(['Кто', 'Где'], ['Ахметов Ерлан', 'Абай'])).toBe(1);
  expect(header(['ФИО', 'Категория на 01.01.2025'], ['Ахметов Ерлан', 'Первая'])).toBe(1);
});

test.each([
  [['Ахметов Ерлан', '901015300123', 'Абай']],
  [['Ахметов Ерлан', '901015 300 123']],
  [['Ахметов Ерлан', 'Абай', 901015300123]],
  [['Тренер', 'Школа 901015300123', 'Первая категория']],
  [['Ахметов Ерлан', '15.10.1990']],
  [['Ахметов Ерлан', { day: '1990-10-15' }]],
])('%j is somebody and no header', (row) => {
  expect(header(row, ['Ким Ли', 'Абай'])).toBeNull();
});
