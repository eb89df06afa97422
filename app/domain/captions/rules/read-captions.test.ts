import { expect, test } from 'vitest';
import { WebVTTParser } from 'webvtt-parser';
import { writeCaptionFile } from './caption-files';
import { readCaptions } from './read-captions';

const codes = (text: string) => readCaptions(text, null).notes.map(({ line, code }) => `${line} ${code}`);

const WILD = `\ufeffWEBVTT - made by a tool
Kind: captions

STYLE
::cue { color: red }

REGION
id:fred
width:40%

NOTE a remark
over two lines

intro
00:00.500 --> 00:02.000 align:start position:10%
<v Inoue>内股は<b>崩し</b>から</v>

2
00:00:05.000 --> 00:00:08.000
Second &amp; last <00:00:06.000>words

3
00:00:03.000 --> 00:00:06.000
earlier, and over the next one

4
00:00:09,5 --> 00:00:09,1
a comma, and an end before its start

5
00:00:12.000 --> nonsense
no end

six --> seven
nothing

7
00:00:20.000 --> 00:00:21.000
<i></i>`;

test('a WebVTT file with everything that is allowed and some that is not', () => {
  const { format, cues } = readCaptions(WILD.replace('\ufeff', ''), null);
  expect(format).toBe('vtt');
  expect(cues).toEqual([
    { startMs: 500, endMs: 2000, text: 'Inoue: 内股は崩しから' },
    { startMs: 3000, endMs: 5000, text: 'earlier, and over the next one' },
    { startMs: 5000, endMs: 8000, text: 'Second & last words' },
    { startMs: 9500, endMs: 11_500, text: 'a comma, and an end before its start' },
    { startMs: 12_000, endMs: 14_000, text: 'no end' },
  ]);
  expect(codes(WILD.replace('\ufeff', ''))).toEqual([
    '1 header-dropped',
    '4 style-dropped',
    '7 region-dropped',
    '11 comment-dropped',
    '14 id-dropped',
    '15 speaker-named',
    '15 tags-dropped',
    '15 settings-dropped',
    '19 tags-dropped',
    '23 moved',
    '23 shortened',
    '27 time-mended',
    '27 end-mended',
    '31 time-mended',
    '31 end-mended',
    '34 stray-dropped',
    '38 empty-dropped',
  ]);
});

test('an SRT file as people write them', () => {
  const file = [
    '1\r\n0:01,5 --> 0:03,0\r\n<font color="#fff">Раз</font>\r\n\r\nи ещё строка\r\n',
    '2\r\n00:00:03,000 --> 00:00:04,000\r\n{\\an8}Два\r\n3\r\n00:00:04,000 --> 00:00:05,000\r\nТри\r\n',
    '4\r\n00:00:04,000 --> 00:00:05,000\r\nТри\r\n',
    '5\r\n00:00:04,300 --> 00:00:06,000\r\nЧетыре\r\n',
  ].join('\r\n');
  const { format, cues, notes } = readCaptions(file, 4000);
  expect(format).toBe('srt');
  expect(cues.map(({ startMs, endMs, text }) => [startMs, endMs, text])).toEqual([
    [1500, 3000, 'Раз\nи ещё строка'],
    [3000, 4000, 'Два'],
    [4000, 6000, 'Три\nЧетыре'],
  ]);
  expect(notes.map(({ code }) => code).sort()).toEqual(
    [
      ...['blank-joined', 'tags-dropped', 'time-mended', 'tags-dropped', 'blank-missing'],
      ...['duplicate-dropped', 'merged', 'beyond-end'],
    ].sort(),
  );
});

test('nothing that is no caption file has cues', () => {
  for (const text of [
    '',
    'WEBVTT',
    '{"a": 1}',
    'Dialogue: 0,0:00:01.00,0:00:02.00',
    'PK\u0003\u0004',
    '-->',
    'a --> b',
  ])
    expect(readCaptions(text, null).cues).toEqual([]);
});

test('a text that is too long is shown in pieces, and nothing of it is lost', () => {
  const words = Array.from({ length: 300 }, (_each, index) => `слово${index}`).join(' ');
  const { cues, notes } = readCaptions(`1\n00:00:00,000 --> 00:00:30,000\n${words}\n`, null);
  expect(cues.length).toBeGreaterThan(4);
  expect(cues.every(({ text }) => text.length <= 500)).toBe(true);
  expect(cues.map(({ text }) => text).join(' ')).toBe(words);
  expect(cues.every((cue, index) => index === 0 || cue.startMs === cues[index - 1]?.endMs)).toBe(true);
  expect(notes).toEqual([{ line: 2, code: 'divided' }]);
});

test('a file made to cost time is read in one pass', () => {
  const began = process.cpuUsage();
  const head = '1\n00:00:00,000 --> 00:59:00,000\n';
  for (const piece of [
    '<rt',
    '<v ',
    '<v.',
    '{\\',
    '<a ',
    '&',
    '<',
    ' ',
    '1 -',
    '-->',
    '00:00:00,000 ',
    '\n',
    '1\n\n',
  ])
    readCaptions(head + piece.repeat(500_000), null);
  readCaptions(`${head}<v${' '.repeat(1_000_000)}`, null);
  readCaptions(`1${' '.repeat(1_000_000)}-->`, null);
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(20_000);
});

test('a strict parser accepts what is exported', () => {
  const cues = [
    ...readCaptions(WILD.replace('\ufeff', ''), null).cues,
    { startMs: 100_000_00, endMs: 100_100_00, text: 'a < b & c --> d\n\n\nNOTE e' },
  ];
  const parsed = new WebVTTParser().parse(writeCaptionFile('vtt', cues));
  expect(parsed.errors).toEqual([]);
  expect(parsed.cues).toHaveLength(cues.length);
  const back = readCaptions(writeCaptionFile('srt', cues), null);
  expect(back.cues.slice(0, 5)).toEqual(cues.slice(0, 5));
  expect(back.notes).toEqual([]);
});
