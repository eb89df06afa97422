import { type Loop, noLoop } from './loop';

/** What an address says about where to begin: `?t=65`, or a loop `?a=12.4&b=15.0`; seconds. */
export interface Start {
  t: number | null;
  loop: Loop;
}

const longest = 86_400;

function seconds(value: string | null): number | null {
  if (value === null || !/^\d{1,5}(\.\d{1,3})?$/.test(value)) return null;
  const number = Number(value);
  return number <= longest ? number : null;
}

/** Reads the query of an address; what cannot be read is left out, a loop that runs backwards too. */
export function readStart(query: string): Start {
  const search = new URLSearchParams(query);
  const [t, a, b] = ['t', 'a', 'b'].map((name) => seconds(search.get(name)));
  const isLoop = typeof a === 'number' && typeof b === 'number' && a < b;
  return { t: t ?? null, loop: isLoop ? { a, b } : noLoop };
}

/** Milliseconds are finer than any picture; needless zeros are left out, one decimal stays. */
const written = (value: number) => value.toFixed(3).replace(/0{1,2}$/, '');

/** The address of a page that begins with a loop, or at a second; other parts of its query stay. */
export function writeStart(page: string, { t, loop }: Start): string {
  const url = new URL(page);
  for (const name of ['t', 'a', 'b']) url.searchParams.delete(name);
  if (t !== null) url.searchParams.set('t', String(Math.floor(t)));
  if (loop.a !== null && loop.b !== null) {
    url.searchParams.set('a', written(loop.a));
    url.searchParams.set('b', written(loop.b));
  }
  return url.href;
}
