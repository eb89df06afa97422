import { expect, it } from 'vitest';
import { sheetCount, storyboardArguments, storyboardVtt, tileCount, tileSize } from './storyboard';

it('keeps the shape of the picture within 160 pixels and never enlarges', () => {
  expect(tileSize({ width: 426, height: 240 })).toEqual({ width: 160, height: 90 });
  expect(tileSize({ width: 240, height: 426 })).toEqual({ width: 90, height: 160 });
  expect(tileSize({ width: 120, height: 90 })).toEqual({ width: 120, height: 90 });
});

it('counts a picture for every five seconds begun, and sheets of 25', () => {
  expect([1000, 5000, 5001, 125_000, 125_001].map(tileCount)).toEqual([1, 1, 2, 25, 26]);
  expect([1000, 125_000, 125_001, 3 * 3_600_000].map(sheetCount)).toEqual([1, 1, 2, 87]);
});

it('lists every picture at its time and place', () => {
  const vtt = storyboardVtt(131_250, { width: 160, height: 90 });
  const cues = vtt.trimEnd().split('\n\n');
  expect(cues).toHaveLength(1 + 27);
  expect(cues[0]).toBe('WEBVTT');
  expect(cues[1]).toBe('00:00:00.000 --> 00:00:05.000\nstoryboard-001.jpg#xywh=0,0,160,90');
  expect(cues[7]).toBe('00:00:30.000 --> 00:00:35.000\nstoryboard-001.jpg#xywh=160,90,160,90');
  expect(cues[25]).toBe('00:02:00.000 --> 00:02:05.000\nstoryboard-001.jpg#xywh=640,360,160,90');
  expect(cues[27]).toBe('00:02:10.000 --> 00:02:11.250\nstoryboard-002.jpg#xywh=160,0,160,90');
});

it('counts hours of long recordings', () => {
  expect(storyboardVtt(2 * 3_600_000, { width: 160, height: 90 })).toContain(
    '\n01:59:55.000 --> 02:00:00.000\n',
  );
});

it('reads one file of ours and nothing else', () => {
  const plan = { folder: 'out', durationMs: 130_000, picture: 'v240.mp4', rung: { width: 426, height: 240 } };
  const args = storyboardArguments(plan);
  expect(args.join(' ')).toContain('-protocol_whitelist file,pipe -f mov -i file:v240.mp4');
  expect(args.at(-1)).toBe('out/storyboard-%03d.jpg');
  expect(args[args.indexOf('-frames:v') + 1]).toBe('2');
});
