import { expect, test } from 'vitest';
import { isOrdered, timestamp, writeWebVtt } from './webvtt';

test('writes times with hours', () => {
  expect(timestamp(0)).toBe('00:00:00.000');
  expect(timestamp(3_723_045)).toBe('01:02:03.045');
});

test('escapes markup and keeps a cue in one block', () => {
  const file = writeWebVtt([{ startMs: 0, endMs: 2000, text: 'Ғ < Қ & Ң --> ү\n\nі' }]);
  expect(file).toContain('00:00:00.000 --> 00:00:02.000\nҒ &lt; Қ &amp; Ң --&gt; ү\nі\n');
  expect(file.startsWith('WEBVTT\n')).toBe(true);
});

test('order', () => {
  const cue = (startMs: number, endMs: number) => ({ startMs, endMs, text: 'x' });
  expect(isOrdered([cue(0, 5), cue(5, 9)])).toBe(true);
  expect(isOrdered([cue(0, 6), cue(5, 9)])).toBe(false);
});
