import { expect, it } from 'vitest';
import { EARLY, leaveAt, merged, readParts, touchesPart } from './parts';

const parts = [
  { from: 4, to: 8 },
  { from: 20, to: 21 },
];

it('a playing picture leaves a part before it begins, and goes on where it ends', () => {
  expect(leaveAt(parts, 3.6, EARLY)).toBeNull();
  expect(leaveAt(parts, 3.75, EARLY)).toBe(8);
  expect(leaveAt(parts, 7.99, EARLY)).toBe(8);
  expect(leaveAt(parts, 8, EARLY)).toBeNull();
});

it('a picture that stands may stand right before a part, not in it', () => {
  expect(leaveAt(parts, 3.99, 0)).toBeNull();
  expect(leaveAt(parts, 4, 0)).toBe(8);
});

it('parts that overlap or follow each other are left in one jump', () => {
  const several = [
    { from: 8.1, to: 9 },
    { from: 4, to: 8 },
    { from: 5, to: 6 },
    { from: 12, to: 13 },
    { from: 14, to: 14 },
  ];
  expect(merged(several)).toEqual([
    { from: 4, to: 9 },
    { from: 12, to: 13 },
  ]);
});

it('reads what the server tells in milliseconds, and nothing else', () => {
  expect(readParts({ parts: [[4000, 8000]] })).toEqual([{ from: 4, to: 8 }]);
  expect(readParts({ parts: [['x'], null, [1000, 2500]] })).toEqual([{ from: 1, to: 2.5 }]);
  for (const nothing of [null, 'x', {}, { parts: 'x' }]) expect(readParts(nothing)).toBeNull();
});

it('knows what touches a part: a loop, a cue', () => {
  expect([touchesPart(parts, 7, 9), touchesPart(parts, 8, 9), touchesPart(parts, 1, 4)]).toEqual([
    true,
    false,
    false,
  ]);
});
