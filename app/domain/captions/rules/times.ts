/** So long is the longest recording that times are read for: a day. */
export const LONGEST_MS = 86_400_000;

const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,:](\d{1,3}))?$/;
const SECONDS = /^(\d{1,5})(?:[.,](\d{1,3}))?$/;

const thousandths = (digits: string | undefined): number => Number((digits ?? '').padEnd(3, '0'));

/**
 * A time as files and people write it, in milliseconds: `01:02:03,456`, `2:03.4`, `1:2:3`. Null for anything else and
 * for more than a day.
 */
export function readClock(text: string): number | null {
  const match = CLOCK.exec(text.trim());
  if (!match) return null;
  const [, hours = '0', minutes = '0', seconds = '0', rest] = match;
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + thousandths(rest);
  return ms <= LONGEST_MS ? ms : null;
}

/** The same for a field of a form, where plain seconds will do: `63.5`. */
export function readTime(text: string): number | null {
  const plain = SECONDS.exec(text.trim());
  if (!plain) return readClock(text);
  const ms = Number(plain[1]) * 1000 + thousandths(plain[2]);
  return ms <= LONGEST_MS ? ms : null;
}

/** Seconds with a sign, such as `-1.5` or `+2`, in milliseconds; null for anything else. */
export function readShift(text: string): number | null {
  const match = /^([+\-−–]?)\s*(.+)$/.exec(text.trim());
  const ms = match ? readTime(match[2] ?? '') : null;
  if (ms === null) return null;
  return match?.[1] === '' || match?.[1] === '+' ? ms : -ms;
}
