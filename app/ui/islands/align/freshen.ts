/** Addresses end after 50 minutes; they are renewed in time. Milliseconds. */
const EVERY = 45 * 60_000;
/** Between two tries after an error. */
const PAUSE = 10_000;

/** Keeps the addresses of the parts of a page that play as long as the page is open; their second stays. */
export function keepAddresses(host: HTMLElement, parts: readonly HTMLMediaElement[]): void {
  let last = 0;
  const renew = async () => {
    if (Date.now() - last < PAUSE) return;
    last = Date.now();
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of parts) {
      const name = part.localName;
      const src = page.querySelector(`#${host.id} ${name}`)?.getAttribute('src');
      if (!src) continue;
      const [at, isPlaying] = [part.currentTime, !part.paused];
      part.src = src;
      part.currentTime = at;
      if (isPlaying) void part.play().catch(() => undefined);
    }
  };
  setInterval(() => void renew(), EVERY);
  for (const part of parts) part.addEventListener('error', () => void renew());
}
