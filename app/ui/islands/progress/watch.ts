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

/** Notes what is really played; seeks count nothing. `take` hands over what came since the last time. */
export function watch(media: Playing) {
  let intervals: Interval[] = [];
  let last: Moment | null = null;
  let start: number | null = null;
  const now = (): Moment => ({
    position: media.currentTime,
    clock: performance.now() / 1000,
    rate: media.playbackRate,
  });
  const close = () => {
    if (start !== null && last)
      intervals = mergeIntervals([...intervals, wholeSeconds(start, last.position)]);
    start = null;
    last = null;
  };
  const step = () => {
    const moment = now();
    if (last && !isPlayed(last, moment) && moment.position !== last.position) close();
    start ??= moment.position;
    last = moment;
  };
  const begin = () => {
    if (!media.paused) step();
  };
  const listeners: [string, () => void][] = [
    ['playing', begin],
    ['timeupdate', begin],
    ['seeking', close],
    ['pause', () => (last ? step() : undefined)],
    ['ended', () => (last ? step() : undefined)],
  ];
  for (const [event, listener] of listeners) media.addEventListener(event, listener);
  return {
    take(): { intervals: Interval[]; position: number } {
      const reached = last;
      close();
      const taken = { intervals, position: Math.max(0, Math.floor(media.currentTime)) };
      intervals = [];
      if (reached && !media.paused) {
        start = reached.position;
        last = reached;
      }
      return taken;
    },
    stop() {
      for (const [event, listener] of listeners) media.removeEventListener(event, listener);
    },
  };
}
