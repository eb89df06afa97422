import type { Unsent } from './outbox';

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

/** What the server said: saved; 'kept' = try again later; 'gone' = it will never take it. */
export type Delivery = 'saved' | 'kept' | 'gone';

const laterStatuses = [401, 403, 408, 409, 429];

/** Sends watched seconds and waits for the answer. */
export async function deliver(endpoint: string, unsent: Unsent): Promise<Delivery> {
  try {
    const answer = await fetch(endpoint, { method: 'POST', body: body(unsent), credentials: 'same-origin' });
    if (answer.ok) return 'saved';
    return laterStatuses.includes(answer.status) || answer.status >= 500 ? 'kept' : 'gone';
  } catch {
    return 'kept';
  }
}

/** Sends watched seconds while the page goes away; nobody hears the answer. */
export const dispatch = (endpoint: string, unsent: Unsent): boolean =>
  navigator.sendBeacon(endpoint, body(unsent));
