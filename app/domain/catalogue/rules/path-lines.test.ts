import { expect, test } from 'vitest';
import { drawPath, laneCount, type PathNode } from './path-lines';

const node = (key: string, ...after: string[]): PathNode => ({ key, after });

test('the stem is firm where the next step asks for the one above, else dotted', () => {
  const rows = drawPath([node('a'), node('b', 'a'), node('c')]);
  expect(rows.map(({ above, below }) => [above, below])).toEqual([
    ['none', 'required'],
    ['required', 'recommended'],
    ['recommended', 'none'],
  ]);
  expect(laneCount(rows)).toBe(0);
});

test('a requirement that skips rows gets a side line, with a branch at each step that asks for it', () => {
  const rows = drawPath([node('a'), node('b'), node('c', 'a'), node('d'), node('e', 'a')]);
  expect(rows.map(({ lanes }) => lanes.map(({ lane, kind }) => `${lane} ${kind}`).join())).toEqual([
    '1 begins',
    '1 through',
    '1 joins',
    '1 through',
    '1 ends',
  ]);
});

test('lines that overlap lie in lanes of their own; a lane is used again once it is free', () => {
  const rows = drawPath([
    node('a'),
    node('b'),
    node('c', 'a'),
    node('d', 'b'),
    node('e'),
    node('f'),
    node('g', 'e'),
  ]);
  expect(laneCount(rows)).toBe(2);
  expect(rows[4]?.lanes).toEqual([{ lane: 1, kind: 'begins' }]);
});

test('what lies outside the path, or behind, draws nothing', () => {
  const rows = drawPath([node('a', 'z'), node('b', 'elsewhere')]);
  expect(rows.map(({ lanes }) => lanes)).toEqual([[], []]);
  expect(drawPath([])).toEqual([]);
  expect(laneCount([])).toBe(0);
});
