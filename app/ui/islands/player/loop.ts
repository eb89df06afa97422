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

/** The end is waited for by the clock from so many pictures before it: one that is told late does no harm. */
const ahead = 2.1;
/**
 * The jump back is ordered early, because it takes its time, and because a busy device is late: by a tenth of a
 * second of the clock, and never by more than this share of the last picture's time, which stands until the jump.
 */
const early = { seconds: 0.1, share: 0.4 };

/** Seconds of the clock until the jump back, once the end is near; null before that. `seconds`: where it plays now. */
export function untilEnd(b: number, seconds: number, fps: number, rate: number): number | null {
  const left = b - seconds;
  if (left > ahead / fps) return null;
  return Math.max(0, left / rate - Math.min(early.seconds, early.share / fps / rate));
}
