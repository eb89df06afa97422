/** Seconds of the master: `from` counts, `to` does not. */
export type Interval = readonly [from: number, to: number];

/** In order, without overlaps, within `[0, duration)`. */
export function mergeWithin(intervals: readonly Interval[], duration: number): Interval[] {
  const merged: [number, number][] = [];
  const clipped = intervals.map(([from, to]): Interval => [Math.max(0, from), Math.min(duration, to)]);
  for (const [from, to] of clipped.filter(([a, b]) => a < b).sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** PostgreSQL's text of an int4multirange. */
export const multirangeText = (intervals: readonly Interval[]): string =>
  `{${intervals.map(([from, to]) => `[${from},${to})`).join(',')}}`;
