import type { Cue } from './webvtt';

/** Where a text is best divided: at its line break, else at the space nearest to its middle, else in the middle. */
function middleOf(text: string): number {
  const half = text.length / 2;
  const breaks = [...text.matchAll(/\n/g)].map(({ index }) => index);
  const spaces = [...text.matchAll(/[\s、。]/g)].map(({ index }) => index + 1);
  const nearest = (places: readonly number[]) =>
    places.reduce<number | null>(
      (best, place) => (best === null || Math.abs(place - half) < Math.abs(best - half) ? place : best),
      null,
    );
  return nearest(breaks) ?? nearest(spaces) ?? Math.floor(half);
}

/** Never between the halves of one character. */
const whole = (text: string, at: number): number =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;

/**
 * A cue as two: the text at `at` (or where it divides best), the time in proportion. Null where nothing would stand in
 * one of them, or the time is too short for two.
 */
export function splitCue(cue: Cue, at: number | null): [Cue, Cue] | null {
  const place = whole(cue.text, Math.min(Math.max(at ?? middleOf(cue.text), 0), cue.text.length));
  const [head, tail] = [cue.text.slice(0, place).trim(), cue.text.slice(place).trim()];
  const length = cue.endMs - cue.startMs;
  if (head === '' || tail === '' || length < 2) return null;
  const share = head.length / (head.length + tail.length);
  const cut = cue.startMs + Math.min(length - 1, Math.max(1, Math.round(length * share)));
  return [
    { startMs: cue.startMs, endMs: cut, text: head },
    { startMs: cut, endMs: cue.endMs, text: tail },
  ];
}

/** Two neighbours as one. */
export const joinCues = (first: Cue, second: Cue): Cue => ({
  startMs: first.startMs,
  endMs: Math.max(first.endMs, second.endMs),
  text: [first.text, second.text].filter((text) => text !== '').join('\n'),
});
