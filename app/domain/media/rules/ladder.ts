/** One step of the quality ladder; `videoKbps` is the hard upper rate of the picture alone. */
export interface Rung {
  height: number;
  width: number;
  videoKbps: number;
  quality: number;
}

/**
 * 240p stays under 180 kbit/s with its sound: a four-second segment holds at most
 * (4 + 1) × 84 kbit of picture (one second of rate buffer), 64 kbit/s of sound and the container.
 */
const steps = [
  { height: 240, videoKbps: 84, quality: 27 },
  { height: 360, videoKbps: 360, quality: 25 },
  { height: 540, videoKbps: 800, quality: 24 },
  { height: 720, videoKbps: 1600, quality: 23 },
  { height: 1080, videoKbps: 3200, quality: 23 },
] as const;

const even = (value: number) => Math.max(2, Math.round(value / 2) * 2);

/**
 * The ladder for a picture of the given display size in pixels (after rotation).
 * Never enlarges: a picture below the lowest step gets one rung of its own size.
 */
export function ladderFor(source: { width: number; height: number }): Rung[] {
  const shorter = Math.min(source.width, source.height);
  const fitting = steps.filter((step) => step.height <= shorter);
  const chosen = fitting.length > 0 ? fitting : [{ ...steps[0], height: shorter }];
  return chosen.map((step) => {
    const scale = step.height / shorter;
    return {
      height: even(source.height * scale),
      width: even(source.width * scale),
      videoKbps: step.videoKbps,
      quality: step.quality,
    };
  });
}

/** The frame rate to package: never above 30 frames a second, halved where that keeps motion even. */
export function packagedFrameRate(framesPerSecond: number): number {
  if (!Number.isFinite(framesPerSecond) || framesPerSecond <= 0) return 25;
  return framesPerSecond > 30.5 ? Math.min(30, framesPerSecond / 2) : framesPerSecond;
}
