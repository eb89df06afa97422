import { expect, it } from 'vitest';
import { timedSegments, touches, tracksOf, withGaps, withSegments } from './withdrawn';

const PLAYLIST = `#EXTM3U
#EXT-X-VERSION:7
#EXT-X-TARGETDURATION:4
#EXT-X-MAP:URI="init.mp4"
#EXTINF:4.000000,
00000.m4s
#EXTINF:4.000000,
00001.m4s
#EXTINF:2.500000,
00002.m4s
#EXT-X-ENDLIST
`;

it('knows the time of each segment', () => {
  expect(timedSegments(PLAYLIST)).toEqual([
    { uri: '00000.m4s', startMs: 0, endMs: 4000 },
    { uri: '00001.m4s', startMs: 4000, endMs: 8000 },
    { uri: '00002.m4s', startMs: 8000, endMs: 10_500 },
  ]);
});

it('a segment is touched by any part of it, and not by its neighbour', () => {
  const second = { startMs: 4000, endMs: 8000 };
  expect(touches(second, [{ startMs: 3000, endMs: 4001 }])).toBe(true);
  expect(touches(second, [{ startMs: 3000, endMs: 4000 }])).toBe(false);
  expect(touches(second, [{ startMs: 8000, endMs: 9000 }])).toBe(false);
  expect(touches(second, [{ startMs: 5000, endMs: 5001 }])).toBe(true);
});

it('gaps stand in place of what is gone, and nothing else changes', () => {
  const gapped = withGaps(PLAYLIST, [{ startMs: 3_999, endMs: 4_500 }]);
  expect(gapped).toContain('#EXT-X-VERSION:8\n');
  expect(gapped).toContain(
    '#EXT-X-GAP\n#EXTINF:4.000000,\n00000.m4s\n#EXT-X-GAP\n#EXTINF:4.000000,\n00001.m4s\n#EXTINF:2.5',
  );
  expect(withGaps(PLAYLIST, [{ startMs: 20_000, endMs: 21_000 }])).toBe(PLAYLIST);
});

it('players leave the part with every segment that holds something of it', () => {
  const longer = PLAYLIST.replace('#EXTINF:4.000000,\n00000', '#EXTINF:5.000000,\n00000');
  expect(withSegments([PLAYLIST, longer], [{ startMs: 4_500, endMs: 5_000 }])).toEqual([
    { startMs: 4_500, endMs: 5_000 },
    { startMs: 4_000, endMs: 8_000 },
    { startMs: 0, endMs: 5_000 },
  ]);
});

it('finds the playlists that a master playlist names, each once', () => {
  const master =
    '#EXT-X-MEDIA:TYPE=AUDIO,URI="a-ja/index.m3u8"\n#EXT-X-STREAM-INF:A\nv240/index.m3u8\nv240/index.m3u8\n';
  expect(tracksOf(master)).toEqual(['a-ja/index.m3u8', 'v240/index.m3u8']);
});
