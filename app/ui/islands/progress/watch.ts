import { type Interval, isPlayed, type Moment, mergeIntervals, wholeSeconds } from './intervals';

/** What the browser's own player and the full player have in common. */
export interface Playing extends EventTarget {
  currentTime: number;
  playbackRate: number;
  readonly paused: boolean;
  readonly textTracks: TextTrackList | undefined;
  play(): Promise<void>;
  pause(): void;
}

/** Puts moments of playback together to stretches that were really played; a jump ends a stretch. */
export function createStretches() {
  let intervals: Interval[] = [];
  let start: number | null = null;
  let last: Moment | null = null;
  const close = () => {
    if (start !== null && last)
      intervals = mergeIntervals([...intervals, wholeSeconds(start, last.position)]);
    start = null;
    last = null;
  };
  return {
    close,
    isOpen: () => last !== null,
    step(moment: Moment): void {
      if (last && !isPlayed(last, moment) && moment.position !== last.position) close();
      start ??= moment.position;
      last = moment;
    },
    /** What came since the last time; with `goesOn` the next stretch begins where this one is cut. */
    take(goesOn: boolean): Interval[] {
      const reached = last;
      close();
      const taken = intervals;
      intervals = [];
      if (reached && goesOn) {
        start = reached.position;
        last = reached;
      }
      return taken;
    },
  };
}

/** Notes what is really played; seeks count nothing. `take` hands over what came since the last time. */
export function watch(media: Playing) {
  const stretches = createStretches();
  const step = () =>
    stretches.step({
      position: media.currentTime,
      clock: performance.now() / 1000,
      rate: media.playbackRate,
    });
  const play = () => (media.paused ? undefined : step());
  const end = () => (stretches.isOpen() ? step() : undefined);
  const listeners = { playing: play, timeupdate: play, seeking: stretches.close, pause: end, ended: end };
  for (const [event, listener] of Object.entries(listeners)) media.addEventListener(event, listener);
  return {
    take: () => ({
      intervals: stretches.take(!media.paused),
      position: Math.max(0, Math.floor(media.currentTime)),
    }),
    stop() {
      for (const [event, listener] of Object.entries(listeners)) media.removeEventListener(event, listener);
    },
  };
}
