/** Where pictures begin: one each `1 / fps` seconds, the first at `phase`. Seconds throughout. */
export interface FrameGrid {
  fps: number;
  phase: number;
}

/** For recordings packaged before their rate was noted. */
export const usualFps = 25;

/** Media times are rounded to microseconds and to the container's clock: so much of a picture may be missing. */
const slack = 0.02;

/** The grid on which a picture that was shown with this media time lies. */
export function gridThrough(fps: number, mediaTime: number): FrameGrid {
  const rest = mediaTime % (1 / fps);
  return { fps, phase: rest * fps > 0.5 ? rest - 1 / fps : rest };
}

/** The number of the picture that is shown at a moment. */
export const frameAt = ({ fps, phase }: FrameGrid, seconds: number): number =>
  Math.max(0, Math.floor((seconds - phase) * fps + slack));

export const startOf = ({ fps, phase }: FrameGrid, frame: number): number => phase + frame / fps;

/** Seeking to the middle of a picture shows this one in every browser, however it rounds. */
export const middleOf = ({ fps, phase }: FrameGrid, frame: number): number =>
  phase + (Math.max(0, frame) + 0.5) / fps;

/** The border between two pictures that lies nearest to a moment; never before the first picture. */
export const nearestStart = (grid: FrameGrid, seconds: number): number =>
  startOf(grid, Math.max(0, Math.round((seconds - grid.phase) * grid.fps)));
