type Mark = { at: number; bytes: number };

/** Milliseconds over which the speed is averaged. */
const WINDOW = 12_000;

/** Bytes per second of late, and seconds left; null as long as nothing can be said. */
export type Pace = { perSecond: number; secondsLeft: number } | null;

/** Measures how fast bytes are confirmed. Times in milliseconds. */
export function pacer(): (at: number, bytes: number, all: number) => Pace {
  let marks: Mark[] = [];
  return (at, bytes, all) => {
    marks = [...marks.filter((mark) => at - mark.at <= WINDOW && mark.bytes <= bytes), { at, bytes }];
    const [first] = marks;
    if (!first || at - first.at < 1_000 || bytes === first.bytes) return null;
    const perSecond = ((bytes - first.bytes) / (at - first.at)) * 1000;
    return { perSecond, secondsLeft: Math.ceil((all - bytes) / perSecond) };
  };
}
