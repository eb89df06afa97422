import type { Cue } from './webvtt';

/** What is said in another language during a cue: whatever shares at least half of the shorter of both times. */
export const textBeside = (cue: Cue, others: readonly Cue[]): string =>
  others
    .filter((other) => {
      const shared = Math.min(cue.endMs, other.endMs) - Math.max(cue.startMs, other.startMs);
      return shared * 2 >= Math.min(cue.endMs - cue.startMs, other.endMs - other.startMs) && shared > 0;
    })
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n');
