import type { Playing } from '../progress/watch';
import type { Start } from './link';
import { wholeLoop } from './loop';
import type { Languages, PlayerSettings } from './settings';

/** The second at which this device stopped, and when (milliseconds of its clock). */
export interface Kept {
  position: number;
  at: number;
}

/** So long what this device remembers goes before what the server knows: the page may come before the last report. */
const recentMs = 5 * 60_000;
/** Who stopped so near the end, in seconds, has seen it. */
const endSec = 5;

/** Where to begin: at a link's second or loop, where this device just was, or where the server says. */
export function firstSecond(
  link: Start,
  {
    kept,
    server,
    isSignedIn,
    durationSec,
    now,
  }: {
    kept: Kept | null;
    server: number;
    isSignedIn: boolean;
    durationSec: number;
    now: number;
  },
): number {
  if (link.t !== null) return Math.min(link.t, durationSec);
  const loop = wholeLoop(link.loop);
  if (loop) return loop.a;
  const isOurs = kept && (!isSignedIn || now - kept.at < recentMs);
  const second = isOurs ? kept.position : server;
  return second < durationSec - endSec ? second : 0;
}

const keyOf = (recordingId: string) => `shihan.position.${recordingId}`;

export function readKept(recordingId: string): Kept | null {
  try {
    const { position, at } = JSON.parse(localStorage.getItem(keyOf(recordingId)) ?? 'null') ?? {};
    return Number.isFinite(position) && Number.isFinite(at) ? { position, at } : null;
  } catch {
    return null;
  }
}

function keep(recordingId: string, position: number): void {
  try {
    localStorage.setItem(keyOf(recordingId), JSON.stringify({ position, at: Date.now() }));
  } catch {
    // The device keeps nothing; people who are signed in have the server's.
  }
}

function tell({ viewing, recordingId }: PlayerSettings, what: object): void {
  if (!viewing) return;
  const body = new Blob([JSON.stringify({ recordingId, ...what })], { type: 'application/json' });
  navigator.sendBeacon(viewing.endpoint, body);
}

/** The languages follow people who are signed in to their other devices. */
export function tellLanguages(settings: PlayerSettings, { audio, captions }: Languages): void {
  tell(settings, { choice: { audio: audio || null, captions } });
}

const everyMs = 15_000;

/**
 * Keeps the second that is played: on this device at once, and for people who are signed in on the server every
 * fifteen seconds, at a pause and when the page goes away. Gives a function that changes the player.
 */
export function keepPosition(settings: PlayerSettings): (media: Playing) => void {
  const { recordingId, viewing } = settings;
  let current: Playing | null = null;
  let [last, sent] = [-1, -1];
  const note = () => {
    const second = Math.floor(current?.currentTime ?? 0);
    if (second === last || (current?.paused && second === 0)) return;
    last = second;
    keep(recordingId, second);
  };
  const send = () => {
    if (!viewing?.keepsPosition || last < 0 || last === sent) return;
    sent = last;
    tell(settings, { position: last });
  };
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'hidden' ? send() : undefined,
  );
  addEventListener('pagehide', send);
  setInterval(send, everyMs);
  return (media) => {
    for (const name of ['timeupdate', 'seeked']) {
      current?.removeEventListener(name, note);
      media.addEventListener(name, note);
    }
    current?.removeEventListener('pause', send);
    media.addEventListener('pause', send);
    current = media;
  };
}
