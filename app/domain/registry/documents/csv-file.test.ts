import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Cell } from '../rules/cell';
import { csvFile } from './csv-file.server';

async function written(rows: Cell[][]): Promise<string> {
  const parts: Uint8Array[] = [];
  async function* pages() {
    yield rows;
  }
  for await (const part of csvFile(['a', 'b'], pages())) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

test('a parser reads back what was written, in every script', async () => {
  const cells = ['Әлімов "Жеңіс"', '佐藤 花子, 指導者', 'a;b', 'two\r\nlines', '', ' space '];
  expect(parse(await written([cells, cells]), { bom: true, from_line: 2, relax_column_count: true })).toEqual(
    [cells, cells],
  );
});

test.each(['=1+1', '+7701', '-2', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＠x'])('%j is a text', async (cell) => {
  expect(parse(await written([[cell, 'x']]), { bom: true, from_line: 2 })).toEqual([[`'${cell}`, 'x']]);
});

test('signs inside a text stay as they are', async () => {
  expect(await written([['KJF-2026-000001', 'a=b', { day: '2026-11-28' }]])).toBe(
    '\uFEFFa,b\r\nKJF-2026-000001,a=b,2026-11-28\r\n',
  );
});
