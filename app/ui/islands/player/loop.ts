import { type FrameGrid, nearestStart } from './frames';

/** A passage that is repeated: from `a` to before `b`, in seconds; null where a point is not set. */
export interface Loop {
  a: number | null;
  b: number | null;
}

export const noLoop: Loop = { a: null, b: null };

/** Pictures that a loop holds at least. */
const fewest = 3;

/** Both points, when both are set. */
export const wholeLoop = ({ a, b }: Loop): { a: number; b: number } | null =>
  a !== null && b !== null ? { a, b } : null;

/** The points on borders between pictures, so that a loop always shows the same ones; at least three of them. */
export function snapped(grid: FrameGrid, loop: Loop): Loop {
  const a = loop.a === null ? null : nearestStart(grid, loop.a);
  const b = loop.b === null ? null : nearestStart(grid, loop.b);
  return { a, b: a === null || b === null ? b : Math.max(b, nearestStart(grid, a + fewest / grid.fps)) };
}

/**
 * The loop with one point moved. Points in the wrong order change places; where too little is left between them the
 * moved one stays and the other is given up.
 */
export function withPoint(loop: Loop, point: 'a' | 'b', seconds: number, fps: number): Loop {
  const moved: Loop = { ...loop, [point]: seconds };
  const { a, b } = moved;
  if (a === null || b === null) return moved;
  if (Math.abs(b - a) < (fewest - 0.5) / fps) return { ...noLoop, [point]: seconds };
  return a < b ? moved : { a: b, b: a };
}

/**
 * Seconds of the clock until the loop ends, once its last picture is shown; null before that. `mediaTime`: of the
 * picture that is shown now.
 */
export function untilEnd(b: number, mediaTime: number, fps: number, rate: number): number | null {
  const left = b - mediaTime;
  return left > 1.1 / fps ? null : Math.max(0, left) / rate;
}
