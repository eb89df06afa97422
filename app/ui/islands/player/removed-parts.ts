import type { Playing } from '../progress/watch';
import { EARLY, leaveAt, type Part, readParts } from './parts';
import type { Addresses } from './renewal';
import type { PlayerSettings } from './settings';

/** A part is taken away while somebody watches: the player learns of it within so many milliseconds. */
const EVERY = 20_000;

export interface RemovedParts {
  /** In order, without overlaps. */
  parts(): readonly Part[];
  /** Asks at once; the parts of the moment. */
  ask(): Promise<readonly Part[]>;
  /** Keeps the player out of them. */
  follow(media: Playing): void;
}

interface Heard {
  /** Other parts than before; `isFirst`: the first answer. */
  onNews(isFirst: boolean): void;
  onSkip(): void;
}

/** Null: no answer that says anything. */
async function fetchParts(address: string): Promise<Part[] | null> {
  try {
    const answer = await fetch(address, { cache: 'no-store' });
    return answer.ok ? readParts(await answer.json()) : null;
  } catch {
    return null;
  }
}

/** Learns which parts are removed while a recording plays, leaves them, and lets nobody seek into them. */
export function watchRemoved(settings: PlayerSettings, addresses: Addresses, heard: Heard): RemovedParts {
  let known: readonly Part[] | null = null;
  let current: Playing | null = null;
  let askedAt = 0;
  const ask = async (): Promise<readonly Part[]> => {
    askedAt = Date.now();
    const parts = await fetchParts(addresses.current(settings.parts));
    const isNews = parts !== null && JSON.stringify(parts) !== JSON.stringify(known ?? []);
    const isFirst = known === null;
    if (parts) known = parts;
    if (isNews) heard.onNews(isFirst);
    return known ?? [];
  };
  const leave = () => {
    if (!current) return;
    const to = leaveAt(known ?? [], current.currentTime, current.paused ? 0 : EARLY);
    if (to === null) return;
    current.currentTime = Math.min(to, settings.durationSec);
    heard.onSkip();
  };
  const start = () => {
    // Nobody asks during a pause, and what is buffered may hold what was removed meanwhile.
    if (known === null || Date.now() - askedAt >= EVERY) void ask().then(leave);
    leave();
  };
  setInterval(() => (current && !current.paused ? void ask() : undefined), EVERY);
  const listeners = { playing: start, timeupdate: leave, seeking: leave };
  return {
    parts: () => known ?? [],
    ask,
    follow(media) {
      for (const [name, listener] of Object.entries(listeners)) {
        current?.removeEventListener(name, listener);
        media.addEventListener(name, listener);
      }
      current = media;
    },
  };
}
