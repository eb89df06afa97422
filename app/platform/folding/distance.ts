/** Which letters a text has, as bits; texts that differ in more letters than errors allow need no comparing. */
export function letterMask(text: string): number {
  let mask = 0;
  for (let place = 0; place < text.length; place += 1) mask |= 1 << (text.charCodeAt(place) & 31);
  return mask;
}

function bits(mask: number): number {
  let rest = mask;
  let count = 0;
  for (; rest !== 0; count += 1) rest &= rest - 1;
  return count;
}

/** Whether texts with these masks can be at most `limit` errors apart: each error brings at most one new letter. */
export const maySimilar = (typed: number, whole: number, limit: number): boolean =>
  bits(typed & ~whole) <= limit && bits(whole & ~typed) <= limit;

const LONGEST = 128;
let [before, last, now] = [0, 1, 2].map(() => new Uint8Array(LONGEST + 2)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

/**
 * Fills the next row of the table as far as errors within `limit` can reach, the place after it with one more than
 * that; returns the row's least number.
 */
function nextRow(typed: string, whole: string, row: number, limit: number): number {
  const [from, to] = [Math.max(1, row - limit), Math.min(whole.length, row + limit)];
  let least = from === 1 ? row : limit + 1;
  now[from - 1] = least;
  now[to + 1] = limit + 1;
  const [letter, earlier] = [typed.charCodeAt(row - 1), row > 1 ? typed.charCodeAt(row - 2) : -1];
  for (let column = from; column <= to; column += 1) {
    const other = whole.charCodeAt(column - 1);
    let cost = (last[column - 1] ?? 0) + (letter === other ? 0 : 1);
    cost = Math.min(cost, (last[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1);
    if (column > 1 && letter === whole.charCodeAt(column - 2) && earlier === other)
      cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
    now[column] = cost;
    least = Math.min(least, cost);
  }
  return least;
}

/**
 * The least number of missing, extra, wrong and swapped letters between two texts of at most 128 letters; more than
 * `limit` comes back as `limit + 1`. With `prefix`, letters that only `whole` has at its end cost nothing.
 */
export function editDistance(typed: string, whole: string, limit: number, prefix = false): number {
  if (typed.length > LONGEST || whole.length > LONGEST) return typed === whole ? 0 : limit + 1;
  const longer = whole.length - typed.length;
  if (-longer > limit || (!prefix && longer > limit)) return limit + 1;
  const reach = Math.min(whole.length, limit + 1);
  for (let column = 0; column <= reach; column += 1) last[column] = column;
  for (let row = 1; row <= typed.length; row += 1) {
    if (nextRow(typed, whole, row, limit) > limit) return limit + 1;
    [before, last, now] = [last, now, before];
  }
  if (!prefix) return Math.min(last[whole.length] ?? limit + 1, limit + 1);
  const [from, to] = [Math.max(0, typed.length - limit), Math.min(whole.length, typed.length + limit)];
  return Math.min(...last.subarray(from, to + 1), limit + 1);
}
