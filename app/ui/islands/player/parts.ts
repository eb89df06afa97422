/** Seconds of a recording that nobody sees any more: [from, to). */
export interface Part {
  from: number;
  to: number;
}

/** So long before a removed part a playing picture leaves it: browsers tell the second four times a second. */
export const EARLY = 0.3;

/** In order, without overlaps: one jump leads over parts that follow each other. */
export function merged(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  for (const { from, to } of [...parts].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from <= last.to + EARLY) last.to = Math.max(last.to, to);
    else if (to > from) result.push({ from, to });
  }
  return result;
}

/** What the server told: `{ parts: [[startMs, endMs]…] }`; anything else is no news. */
export function readParts(answer: unknown): Part[] | null {
  const { parts } = (answer ?? {}) as { parts?: unknown };
  if (!Array.isArray(parts)) return null;
  const read = parts.flatMap((part: unknown): Part[] => {
    const [start, end] = Array.isArray(part) ? part : [];
    return Number.isFinite(start) && Number.isFinite(end) ? [{ from: start / 1000, to: end / 1000 }] : [];
  });
  return merged(read);
}

/** The second to go on at, for a picture inside a removed part or `early` seconds before one; null: it may stay. */
export const leaveAt = (parts: readonly Part[], seconds: number, early: number): number | null =>
  parts.find(({ from, to }) => seconds >= from - early && seconds < to)?.to ?? null;

export const touchesPart = (parts: readonly Part[], from: number, to: number): boolean =>
  parts.some((part) => from < part.to && part.from < to);
