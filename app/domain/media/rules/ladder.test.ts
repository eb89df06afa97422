import { describe, expect, it } from 'vitest';
import { ladderFor, packagedFrameRate } from './ladder';

describe('ladder', () => {
  it('offers every step that the picture fills', () => {
    expect(ladderFor({ width: 1920, height: 1080 }).map((rung) => rung.height)).toEqual([
      240, 360, 540, 720, 1080,
    ]);
    expect(ladderFor({ width: 960, height: 540 })).toMatchObject([
      { width: 426, height: 240 },
      { width: 640, height: 360 },
      { width: 960, height: 540 },
    ]);
  });

  it('never enlarges', () => {
    expect(ladderFor({ width: 320, height: 180 })).toMatchObject([{ width: 320, height: 180 }]);
    for (let height = 100; height <= 1200; height += 37) {
      for (const rung of ladderFor({ width: height * 2, height }))
        expect(rung.height).toBeLessThanOrEqual(height + 1);
    }
  });

  it('counts the shorter side of an upright picture', () => {
    expect(ladderFor({ width: 540, height: 960 }).map((rung) => rung.width)).toEqual([240, 360, 540]);
  });

  it('gives even sides, as the encoder needs', () => {
    for (const rung of ladderFor({ width: 1279, height: 719 })) {
      expect(rung.width % 2).toBe(0);
      expect(rung.height % 2).toBe(0);
    }
  });

  it('caps the frame rate without uneven motion', () => {
    expect(packagedFrameRate(12.5)).toBe(12.5);
    expect(packagedFrameRate(30)).toBe(30);
    expect(packagedFrameRate(50)).toBe(25);
    expect(packagedFrameRate(60)).toBe(30);
    expect(packagedFrameRate(Number.NaN)).toBe(25);
  });
});
