/** Ten minutes before its end an address is renewed, so that short breaks of the network do no harm. */
const earlyMs = 10 * 60_000;
const againMs = 30_000;

export interface Addresses {
  /** The same address under the token of the moment. */
  current(url: string): string;
  /** Renews at once, for an address that was refused. False: the viewer may watch no more. */
  renew(): Promise<boolean>;
}

/** Keeps the playback token fresh as long as the page is open; `onFresh` is told about every new one. */
export function keepFresh(first: { token: string; expiresAt: string }, onFresh: () => void): Addresses {
  let { token } = first;
  let expires = Date.parse(first.expiresAt);
  let timer = 0;
  const plan = (ms: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void renew(), Math.max(1000, ms));
  };
  const renew = async (): Promise<boolean> => {
    try {
      const answer = await fetch('/media/renew', { method: 'POST', body: JSON.stringify({ token }) });
      if (!answer.ok) return false;
      const fresh: { token: string; expiresAt: string } = await answer.json();
      token = fresh.token;
      expires = Date.parse(fresh.expiresAt);
      plan(expires - Date.now() - earlyMs);
      onFresh();
      return true;
    } catch {
      plan(againMs);
      return true;
    }
  };
  plan(expires - Date.now() - earlyMs);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && Date.now() > expires - earlyMs) void renew();
  });
  return { renew, current: (url) => url.replace(/\/media\/[^/]+\//, `/media/${token}/`) };
}
