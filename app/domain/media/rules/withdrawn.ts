import { segmentsOf } from './playlist';

/** Part of a recording, in milliseconds: [startMs, endMs). */
export interface Part {
  startMs: number;
  endMs: number;
}

export interface TimedSegment extends Part {
  uri: string;
}

/** The segments of a media playlist with their times. */
export function timedSegments(playlist: string): TimedSegment[] {
  let at = 0;
  return segmentsOf(playlist).map(({ uri, seconds }) => {
    const startMs = at;
    at += seconds * 1000;
    return { uri, startMs, endMs: at };
  });
}

export const touches = (segment: Part, parts: readonly Part[]): boolean =>
  parts.some((part) => segment.startMs < part.endMs && part.startMs < segment.endMs);

/**
 * The playlist with a gap (RFC 8216bis, EXT-X-GAP) in place of every segment that touches a withdrawn part: players go
 * on behind it, and all other times stay what they were.
 */
export function withGaps(playlist: string, parts: readonly Part[]): string {
  const gone = new Set(
    timedSegments(playlist)
      .filter((segment) => touches(segment, parts))
      .map(({ uri }) => uri),
  );
  if (gone.size === 0) return playlist;
  return playlist
    .replace(/^#EXT-X-VERSION:\d+$/m, '#EXT-X-VERSION:8')
    .replace(/^(#EXTINF:[^\n]*\n(?:#[^\n]*\n)*)([^#\n][^\n]*)$/gm, (all, before: string, uri: string) =>
      gone.has(uri.trim()) ? `#EXT-X-GAP\n${before}${uri}` : all,
    );
}

/** The media playlists that a master playlist names. */
export const tracksOf = (master: string): string[] => [
  ...new Set([...master.matchAll(/[\w-]+\/index\.m3u8/g)].map(([track]) => track)),
];

/** The parts, and the times of all segments that hold something of them: nothing of these can be played. */
export function withSegments(playlists: readonly string[], parts: readonly Part[]): Part[] {
  const touched = playlists.flatMap((playlist) =>
    timedSegments(playlist).filter((segment) => touches(segment, parts)),
  );
  return [...parts, ...touched].map(({ startMs, endMs }) => ({
    startMs: Math.floor(startMs),
    endMs: Math.ceil(endMs),
  }));
}
