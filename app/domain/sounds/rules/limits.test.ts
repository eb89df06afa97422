import { expect, it } from 'vitest';
import { isWithin, longestMs } from './limits';

it('allows a fifth and a minute more than the recording', () => {
  expect(longestMs(600_000)).toBe(780_000);
});

it('knows when nothing of a shifted sound would be heard', () => {
  const lengths = { soundMs: 10_000, recordingMs: 20_000 };
  expect([-9_999, 0, 19_999].map((offset) => isWithin(offset, lengths))).toEqual([true, true, true]);
  expect([-10_000, 20_000].map((offset) => isWithin(offset, lengths))).toEqual([false, false]);
});
