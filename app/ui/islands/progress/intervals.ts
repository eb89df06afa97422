/** Seconds of the recording that were watched: `from` counts, `to` does not. */
export type Interval = readonly [from: number, to: number];

/** The intervals in order, without overlaps and gaps of nothing. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: [number, number][] = [];
  for (const [from, to] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (to <= from) continue;
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** What is in `intervals` and not in `sent`. */
export function withoutIntervals(intervals: readonly Interval[], sent: readonly Interval[]): Interval[] {
  let rest = mergeIntervals(intervals);
  for (const [from, to] of sent) {
    rest = rest.flatMap(([start, end]): Interval[] => {
      if (end <= from || start >= to) return [[start, end]];
      const parts: Interval[] = [
        [start, Math.min(end, from)],
        [Math.max(start, to), end],
      ];
      return parts.filter(([first, last]) => last > first);
    });
  }
  return rest;
}

/** A moment of playback: the second of the recording, the clock in seconds, the playback rate. */
export interface Moment {
  position: number;
  clock: number;
  rate: number;
}

/** A report may come late by this much and still count as played through. */
const reportSeconds = 1.5;

/**
 * Whether the recording was played from one moment to the next, and not sought: it moved forward, and no further
 * than the time that passed and one late report allow at this rate.
 */
export function isPlayed(from: Moment, to: Moment): boolean {
  const moved = to.position - from.position;
  const passed = Math.max(0, to.clock - from.clock);
  return moved > 0 && moved <= Math.min(reportSeconds, passed + 0.5) * Math.max(from.rate, to.rate);
}

/** Whole seconds of a stretch that was played; stretches that follow each other give intervals that do so too. */
export const wholeSeconds = (from: number, to: number): Interval => [Math.round(from), Math.round(to)];
