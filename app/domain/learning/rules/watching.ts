/** A video is done when this share of it was watched: credits and silence at the ends may be left out. */
const ENOUGH = 0.9;

/** Rounding, clocks of devices and the first seconds before the page tells that it was opened. */
export const PACE_SLACK_SECONDS = 30;

/** Nobody watches faster than twice the speed. */
export const FASTEST = 2;

export const isWatched = (watchedSeconds: number, durationSeconds: number): boolean =>
  durationSeconds > 0 && watchedSeconds >= Math.ceil(durationSeconds * ENOUGH);

/** The most seconds of a lesson that can have been watched `elapsed` seconds after it was opened. */
export const mostSeconds = (elapsed: number): number => FASTEST * Math.max(0, elapsed) + PACE_SLACK_SECONDS;

/** Seconds until `watched` seconds become believable. */
export const secondsToWait = (watched: number, elapsed: number): number =>
  Math.max(1, Math.ceil((watched - mostSeconds(elapsed)) / FASTEST));

/** 0–100, rounded down so that 100 means all of it. */
export const percentOf = (part: number, whole: number): number =>
  whole > 0 ? Math.min(100, Math.floor((part / whole) * 100)) : 0;
