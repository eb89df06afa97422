import { expect, it } from 'vitest';
import { areSettled, listedQualities, muxFiles } from './mux-files';

const list = [
  '#EXTM3U',
  '#EXT-X-STREAM-INF:BANDWIDTH=900000,AVERAGE-BANDWIDTH=800000,RESOLUTION=1280x720',
  'a.m3u8',
  '#EXT-X-STREAM-INF:BANDWIDTH=400000,RESOLUTION=270x480',
  'b.m3u8',
  '#EXT-X-STREAM-INF:BANDWIDTH=64000,CODECS="mp4a.40.2"',
  'sound.m3u8',
].join('\n');

it('reads the qualities of a list by the shorter side, with the bytes that their rates make', () => {
  expect(listedQualities(list, 10_000)).toEqual([
    { height: 720, bytes: 1_000_000 },
    { height: 270, bytes: 500_000 },
  ]);
});

it('offers the files that were made, and waits for none that never will be', () => {
  const files = [
    { name: '270p.mp4', ext: 'mp4', height: 270, status: 'ready', filesize: '77' },
    { name: 'audio.m4a', ext: 'm4a', status: 'skipped' },
  ];
  expect(areSettled(files)).toBe(true);
  expect(areSettled([...files, { name: 'x.mp4', status: 'preparing' }])).toBe(false);
  const kinds = muxFiles(listedQualities(list, 10_000), files, 'ja').map(({ kind, path }) => [kind, path]);
  expect(kinds).toEqual([
    ['hls', 'hls-720'],
    ['hls', 'hls-270'],
    ['single', '270p.mp4'],
    ['poster', 'poster.jpg'],
    ['storyboard', 'storyboard.vtt'],
  ]);
});
