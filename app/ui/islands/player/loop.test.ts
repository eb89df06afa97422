import { expect, it } from 'vitest';
import { noLoop, snapped, untilEnd, wholeLoop, withPoint } from './loop';

it('is whole once both points are set, in either order', () => {
  const begun = withPoint(noLoop, 'a', 12.4, 25);
  expect(wholeLoop(begun)).toBeNull();
  expect(wholeLoop(withPoint(begun, 'b', 15, 25))).toEqual({ a: 12.4, b: 15 });
  expect(withPoint(withPoint(noLoop, 'b', 12.4, 25), 'a', 15, 25)).toEqual({ a: 12.4, b: 15 });
});

it('gives up the other point where too little would be left', () => {
  expect(withPoint({ a: 12.4, b: null }, 'b', 12.44, 25)).toEqual({ a: null, b: 12.44 });
  expect(withPoint({ a: 12.4, b: 15 }, 'a', 15, 25)).toEqual({ a: 15, b: null });
});

it('lies on borders between pictures', () => {
  const loop = snapped({ fps: 25, phase: 0 }, { a: 12.411, b: 14.999 });
  expect(loop.a).toBeCloseTo(12.4, 9);
  expect(loop.b).toBeCloseTo(15, 9);
  expect(snapped({ fps: 25, phase: 0 }, { a: 12.4, b: 12.43 }).b).toBeCloseTo(12.52, 9);
  expect(snapped({ fps: 25, phase: 0 }, { a: null, b: 1.01 })).toEqual({ a: null, b: 1 });
});

it('ends while its last picture is shown, at every speed', () => {
  expect(untilEnd(15, 14.9, 25, 1)).toBeNull();
  expect(untilEnd(15, 14.92, 25, 1)).toBeCloseTo(0.064, 6);
  expect(untilEnd(15, 14.96, 25, 1)).toBeCloseTo(0.024, 6);
  expect(untilEnd(15, 14.96, 25, 0.25)).toBeCloseTo(0.096, 6);
  expect(untilEnd(15, 14.96, 25, 0.1)).toBeCloseTo(0.3, 6);
  expect(untilEnd(15, 15.04, 25, 1)).toBe(0);
});
