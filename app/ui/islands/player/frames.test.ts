import { expect, it } from 'vitest';
import { frameAt, gridThrough, middleOf, nearestStart, startOf } from './frames';

const rates = [25, 30, 30000 / 1001, 24000 / 1001, 12.5];

it.each(rates)('finds every picture of three hours again at %f a second', (fps) => {
  const grid = gridThrough(fps, 40 / fps);
  for (let frame = 0; frame < fps * 3 * 3600; frame += 9973) {
    const shown = Math.round(startOf(grid, frame) * 1e6) / 1e6;
    expect(frameAt(grid, shown)).toBe(frame);
    expect(frameAt(grid, middleOf(grid, frame))).toBe(frame);
    expect(frameAt(grid, middleOf(grid, frame + 1))).toBe(frame + 1);
  }
});

it('learns where pictures begin from one that was shown', () => {
  expect(gridThrough(25, 2.08).phase).toBeCloseTo(0, 9);
  expect(gridThrough(25, 2.09).phase).toBeCloseTo(0.01, 9);
  expect(gridThrough(25, 2.0799).phase).toBeCloseTo(-0.0001, 9);
  expect(frameAt(gridThrough(25, 2.09), 2.09)).toBe(52);
});

it('stays at the first picture', () => {
  const grid = { fps: 25, phase: 0 };
  expect(middleOf(grid, -3)).toBe(0.02);
  expect(frameAt(grid, -1)).toBe(0);
  expect(nearestStart(grid, -1)).toBe(0);
});

it('snaps to the nearest border between pictures', () => {
  const grid = { fps: 25, phase: 0 };
  expect(nearestStart(grid, 12.41)).toBeCloseTo(12.4, 9);
  expect(nearestStart(grid, 12.43)).toBeCloseTo(12.44, 9);
});
