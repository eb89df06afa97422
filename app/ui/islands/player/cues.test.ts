import { expect, it } from 'vitest';
import { readCues, textAt } from './cues';

const file = `WEBVTT

NOTE made by hand

STYLE
::cue { color: red }

2
00:00:05.000 --> 00:00:07.500 line:0
<v Sensei>崩し &amp; 作り</v>

01:00:00.000 --> 01:00:01.000
Соңы
екінші жол

broken --> 00:00:09.000
nothing

00:02.000 --> 00:05.500
first
`;

it('reads words and times, and nothing else', () => {
  expect(readCues(file)).toEqual([
    { from: 2, to: 5.5, text: 'first' },
    { from: 5, to: 7.5, text: '崩し & 作り' },
    { from: 3600, to: 3601, text: 'Соңы\nекінші жол' },
  ]);
  expect(readCues(file.replaceAll('\n', '\r\n'))).toEqual(readCues(file));
  expect(readCues('')).toEqual([]);
});

it('shows what is said at a moment', () => {
  const cues = readCues(file);
  expect(textAt(cues, 1.9)).toBe('');
  expect(textAt(cues, 2)).toBe('first');
  expect(textAt(cues, 5.2)).toBe('first\n崩し & 作り');
  expect(textAt(cues, 7.5)).toBe('');
});
