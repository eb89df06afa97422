import { expect, it } from 'vitest';
import { readTiles, tileAt } from './tiles';

const list = `WEBVTT

00:00:00.000 --> 00:00:05.000
storyboard-001.jpg#xywh=0,0,160,90

00:00:05.000 --> 00:00:07.250
storyboard-001.jpg#xywh=160,0,160,90

00:00:07.250 --> 00:00:09.000
http://elsewhere.test/x.jpg#xywh=0,0,1,1
`;

it('reads pictures beside the list, and none from elsewhere', () => {
  const tiles = readTiles(list, '/media/token/asset/storyboard.vtt');
  expect(tiles).toHaveLength(2);
  expect(tiles[1]).toEqual({
    ...{ from: 5, to: 7.25, url: '/media/token/asset/storyboard-001.jpg' },
    ...{ x: 160, y: 0, width: 160, height: 90 },
  });
});

it('finds the picture of every moment', () => {
  const tiles = readTiles(list, '/media/token/asset/storyboard.vtt');
  expect([0, 4.99, 5, 100].map((seconds) => tileAt(tiles, seconds)?.x)).toEqual([0, 0, 160, 160]);
  expect(tileAt([], 3)).toBeNull();
});

it("reads a service's list, whose sheets are named in full, at its own host alone", () => {
  const [own, other] = ['https://image.mux.com/id/storyboard.jpg?token=x', 'https://other.example/x.jpg'];
  const cue = (from: number, sheet: string) =>
    `00:00:0${from}.000 --> 00:00:0${from + 1}.000\n${sheet}#xywh=0,0,284,160\n`;
  const text = `WEBVTT\n\n${cue(0, own)}\n${cue(1, other)}`;
  expect(readTiles(text, 'https://image.mux.com/id/storyboard.vtt?token=y').map(({ url }) => url)).toEqual([
    own,
  ]);
});
