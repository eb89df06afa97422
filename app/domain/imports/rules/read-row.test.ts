import { expect, test } from 'vitest';
import type { Cell } from './cells';
import { Choices } from './choices';
import type { Field } from './fields';
import { readRow } from './read-row';

const COLUMNS: readonly Field[] = ['full-name', 'birth', 'iin', 'region', 'club', 'level', 'awarded'];

const read = (cells: Cell[]) =>
  readRow(
    { no: 1, cells },
    {
      fields: new Map(COLUMNS.map((field, at) => [field, at])),
      orders: new Map(),
      places: new Choices([{ id: 'abai', names: ['Абай'] }], {}),
      levels: new Choices([{ id: 'first', names: ['Первая'] }], {}),
      isReached: () => true,
      today: '2026-11-28',
    },
  );

test.each(['-', '—', ' – ', '...', '/'])('a cell that holds %j is empty', (dash) => {
  const { person, issues } = read(['Жұмабеков Жеңіс', dash, dash, dash, dash, dash, dash]);
  expect(issues).toEqual([]);
  expect(person).toMatchObject({ iin: null, birthOn: null, organisationId: null, award: null });
});

test('a dash beside a place leaves the place', () => {
  const { person } = read(['Жұмабеков Жеңіс', null, null, 'Абай', '-', null, null]);
  expect(person?.organisationId).toBe('abai');
});

test('a formula without its result is an error of its cell, said once', () => {
  const { person, issues } = read(['Жұмабеков Жеңіс', null, { uncomputed: true }, null, null, null, null]);
  expect(person).toBeNull();
  expect(issues).toEqual([{ column: 2, code: 'cell-uncomputed', isError: true, found: '' }]);
});
