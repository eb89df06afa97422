import { createOutbox, type Unsent } from './outbox';
import { type Playing, watch } from './watch';

export interface ProgressSettings {
  /** Takes `{ lessonId, intervals, position, clientId, sentAt }` by POST. */
  endpoint: string;
  lessonId: string;
  /** Stands for the person; keeps people apart who share a device. */
  owner: string;
  labels: { saved: string; willBeSaved: string };
}

const everyMs = 15_000;

/** A name for this device, so that the server can tell two of them apart. */
function clientId(): string {
  const key = 'shihan.device';
  try {
    const known = localStorage.getItem(key);
    if (known) return known;
    const made = crypto.randomUUID();
    localStorage.setItem(key, made);
    return made;
  } catch {
    return 'unknown';
  }
}

const body = (unsent: Unsent): Blob =>
  new Blob([JSON.stringify({ ...unsent, clientId: clientId(), sentAt: new Date().toISOString() })], {
    type: 'application/json',
  });

/** 'kept': try again later; 'gone': the server will never take it. */
async function deliver(endpoint: string, unsent: Unsent): Promise<'saved' | 'kept' | 'gone'> {
  try {
    const answer = await fetch(endpoint, { method: 'POST', body: body(unsent), credentials: 'same-origin' });
    if (answer.ok) return 'saved';
    return [401, 403, 408, 409, 429].includes(answer.status) || answer.status >= 500 ? 'kept' : 'gone';
  } catch {
    return 'kept';
  }
}

/**
 * Saves what is watched: every 15 seconds, at a pause, when the page is hidden or left. Unsent seconds stay on the
 * device and are sent later; `state` tells people which of the two is true. Gives a function that changes the
 * player that is watched.
 */
export function trackProgress(settings: ProgressSettings, state: HTMLElement): (media: Playing) => void {
  const outbox = createOutbox(localStorage, settings.owner);
  let watched: ReturnType<typeof watch> | null = null;
  let media: Playing | null = null;

  const tell = (text: string) => {
    if (state.textContent !== text) state.textContent = text;
  };
  const collect = () => {
    const taken = watched?.take();
    if (taken && taken.intervals.length > 0) outbox.add({ lessonId: settings.lessonId, ...taken });
  };
  const send = async () => {
    collect();
    for (const unsent of outbox.list()) {
      const result = await deliver(settings.endpoint, unsent);
      if (result !== 'kept') outbox.confirm(unsent);
      if (unsent.lessonId === settings.lessonId && result !== 'gone') {
        tell(result === 'saved' ? settings.labels.saved : settings.labels.willBeSaved);
      }
    }
  };
  let left = '';
  const leave = () => {
    collect();
    const waiting = outbox.list();
    const now = JSON.stringify(waiting);
    if (now === left) return;
    left = now;
    for (const unsent of waiting) navigator.sendBeacon(settings.endpoint, body(unsent));
  };
  const onPause = () => void send();

  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'hidden' ? leave() : void send(),
  );
  addEventListener('pagehide', leave);
  addEventListener('online', () => void send());
  setInterval(() => {
    if (media && !media.paused) void send();
  }, everyMs);
  void send();

  return (next) => {
    collect();
    watched?.stop();
    media?.removeEventListener('pause', onPause);
    media = next;
    watched = watch(next);
    next.addEventListener('pause', onPause);
  };
}
