import { addressBook, type Named } from './addresses';

/** Ten minutes before its end an address is renewed, so that short breaks of the network do no harm. */
const earlyMs = 10 * 60_000;
const againMs = 30_000;
const pauseMs = 5_000;

/** What became of a renewal. */
export interface Renewed {
  /** `isOther`: another version plays from now on, perhaps from elsewhere; what was loaded must be loaded anew. */
  onFresh(isOther: boolean): void;
  /** The viewer may watch no more. */
  onRefused(): void;
}

export interface Addresses {
  /** The same file at its address of the moment. */
  current(url: string): string;
  /** Renews at once, for an address that was refused; at most every five seconds. False: refused for good. */
  renew(): Promise<boolean>;
}

interface Fresh {
  token: string;
  expiresAt: string;
  addresses?: Named;
  isOther?: boolean;
}

/** Asks for a fresh token; 'refused' is the server's last word, null says that nobody answered. */
async function ask(token: string): Promise<Fresh | 'refused' | null> {
  try {
    const answer = await fetch('/media/renew', { method: 'POST', body: JSON.stringify({ token }) });
    if (answer.ok) return await answer.json();
    return answer.status < 500 && answer.status !== 429 ? 'refused' : null;
  } catch {
    return null;
  }
}

/** Keeps the playback addresses fresh as long as the page is open. */
export function keepFresh(
  first: { token: string; expiresAt: string; addresses: Named },
  renewed: Renewed,
): Addresses {
  let { token } = first;
  const book = addressBook(first.addresses, token, location.href);
  let expires = Date.parse(first.expiresAt);
  let timer = 0;
  let last = { at: 0, result: Promise.resolve(true) };
  const plan = (ms: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void renew(), Math.max(1000, ms));
  };
  const once = async (): Promise<boolean> => {
    const fresh = await ask(token);
    if (fresh === 'refused') {
      renewed.onRefused();
      return false;
    }
    if (fresh === null) {
      plan(againMs);
      return true;
    }
    token = fresh.token;
    book.renew(token, fresh.addresses);
    expires = Date.parse(fresh.expiresAt);
    plan(expires - Date.now() - earlyMs);
    renewed.onFresh(fresh.isOther === true);
    return true;
  };
  const renew = (): Promise<boolean> => {
    if (Date.now() - last.at > pauseMs) last = { at: Date.now(), result: once() };
    return last.result;
  };
  plan(expires - Date.now() - earlyMs);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() > expires - earlyMs) void renew();
  });
  return { renew, current: book.current };
}
