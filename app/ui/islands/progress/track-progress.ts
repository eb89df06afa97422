import { createOutbox, memoryShelf, type Outbox, type Shelf } from './outbox';
import { deliver, dispatch } from './send';
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

/** Browsers that keep nothing throw already when they are asked for their shelf. */
function openShelf(): Shelf {
  try {
    return localStorage;
  } catch {
    return memoryShelf();
  }
}

/** Sends what waits on this device; `tell` hears what became of this lesson's part. */
async function sendAll(
  { endpoint, lessonId, labels }: ProgressSettings,
  outbox: Outbox,
  tell: (text: string) => void,
): Promise<void> {
  for (const unsent of outbox.list()) {
    const result = await deliver(endpoint, unsent);
    if (result !== 'kept') outbox.confirm(unsent);
    if (unsent.lessonId !== lessonId || result === 'gone') continue;
    tell(result === 'saved' ? labels.saved : labels.willBeSaved);
  }
}

/** Sends what waits while the page goes away; the same state only once, though several events tell of it. */
function createFarewell({ endpoint }: ProgressSettings, outbox: Outbox): () => void {
  let sent = '';
  return () => {
    const waiting = outbox.list();
    const now = JSON.stringify(waiting);
    if (now === sent) return;
    sent = now;
    for (const unsent of waiting) dispatch(endpoint, unsent);
  };
}

/**
 * Saves what is watched: every 15 seconds, at a pause, when the page is hidden or left. Unsent seconds stay on the
 * device and are sent later; `state` tells people which of the two is true. Gives a function that changes the
 * player that is watched.
 */
export function trackProgress(settings: ProgressSettings, state: HTMLElement): (media: Playing) => void {
  const outbox = createOutbox(openShelf(), settings.owner);
  const farewell = createFarewell(settings, outbox);
  let current: { media: Playing; watched: ReturnType<typeof watch> } | null = null;

  const collect = () => {
    const taken = current?.watched.take();
    if (taken && taken.intervals.length > 0) outbox.add({ lessonId: settings.lessonId, ...taken });
  };
  const tell = (text: string) => {
    if (state.textContent !== text) state.textContent = text;
  };
  const send = () => {
    collect();
    void sendAll(settings, outbox, tell);
  };
  const leave = () => {
    collect();
    farewell();
  };
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'hidden' ? leave() : send(),
  );
  addEventListener('pagehide', leave);
  addEventListener('online', send);
  setInterval(() => (current && !current.media.paused ? send() : undefined), everyMs);
  send();

  return (media) => {
    collect();
    current?.watched.stop();
    current?.media.removeEventListener('pause', send);
    current = { media, watched: watch(media) };
    media.addEventListener('pause', send);
  };
}
