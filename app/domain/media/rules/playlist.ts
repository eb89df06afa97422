/** One segment of a media playlist: its file, length in seconds. */
export interface Segment {
  uri: string;
  seconds: number;
}

/** The segments of an HLS media playlist, in order. */
export function segmentsOf(playlist: string): Segment[] {
  return [...playlist.matchAll(/^#EXTINF:([\d.]+),[^\n]*\n(?:#[^\n]*\n)*([^#\n][^\n]*)$/gm)].map((match) => ({
    seconds: Number(match[1]),
    uri: (match[2] ?? '').trim(),
  }));
}

/** The file with the track's header, which every segment needs; null when the segments are whole by themselves. */
export const headerOf = (playlist: string): string | null =>
  /^#EXT-X-MAP:URI="([^"]+)"/m.exec(playlist)?.[1] ?? null;

/** Bits per second: the highest of any segment, and over all of them. */
export interface Rate {
  peak: number;
  average: number;
}

/** The rates of a track from its segments' seconds and bytes. */
export function rateOf(segments: readonly { seconds: number; bytes: number }[]): Rate {
  const longest = Math.max(0, ...segments.map((segment) => segment.seconds));
  const counted = segments.filter((segment) => segment.seconds >= longest / 2);
  const peak = Math.max(0, ...counted.map((segment) => (segment.bytes * 8) / segment.seconds));
  const seconds = segments.reduce((sum, segment) => sum + segment.seconds, 0);
  const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0);
  return { peak: Math.ceil(peak), average: seconds > 0 ? Math.ceil((bytes * 8) / seconds) : 0 };
}

/** RFC 6381 name of the H.264 stream whose decoder record lies in an MP4 header; null without one. */
export function h264Codec(header: Uint8Array): string | null {
  const at = Buffer.from(header.buffer, header.byteOffset, header.byteLength).indexOf('avcC');
  const record = at < 0 ? [] : [...header.subarray(at + 5, at + 8)];
  if (record.length < 3) return null;
  return `avc1.${record.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

export interface MasterVideo {
  uri: string;
  width: number;
  height: number;
  framesPerSecond: number;
  codec: string;
  rate: Rate;
}

export interface MasterAudio {
  uri: string;
  lang: string;
  label: string;
  rate: Rate;
}

const aacCodec = 'mp4a.40.2';
const quoted = (text: string) => `"${text.replace(/["\r\n]/g, ' ')}"`;

/** The HLS master playlist of one packaged version: every quality with every sound; the first sound is the default. */
export function masterPlaylist(videos: readonly MasterVideo[], audios: readonly MasterAudio[]): string {
  const sound = audios.map(
    (audio, index) =>
      `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME=${quoted(audio.label)},LANGUAGE="${audio.lang}",` +
      `DEFAULT=${index === 0 ? 'YES' : 'NO'},AUTOSELECT=YES,CHANNELS="2",URI="${audio.uri}"`,
  );
  const loudest: Rate = {
    peak: Math.max(0, ...audios.map((audio) => audio.rate.peak)),
    average: Math.max(0, ...audios.map((audio) => audio.rate.average)),
  };
  const pictures = videos.map((video) => {
    const codecs = audios.length > 0 ? `${video.codec},${aacCodec}` : video.codec;
    return (
      `#EXT-X-STREAM-INF:BANDWIDTH=${video.rate.peak + loudest.peak},` +
      `AVERAGE-BANDWIDTH=${video.rate.average + loudest.average},CODECS="${codecs}",` +
      `RESOLUTION=${video.width}x${video.height},FRAME-RATE=${video.framesPerSecond.toFixed(3)}` +
      `${audios.length > 0 ? ',AUDIO="sound"' : ''}\n${video.uri}`
    );
  });
  return `${['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS', ...sound, ...pictures].join('\n')}\n`;
}

/**
 * The master playlist with the caption tracks of the moment: captions change more often than packaging.
 * Addresses are relative, so that the token stays in the path.
 */
export function withCaptions(master: string, captions: readonly { lang: string; label: string }[]): string {
  if (captions.length === 0) return master;
  const group = captions.map(
    ({ lang, label }) =>
      `#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME=${quoted(label)},LANGUAGE="${lang}",` +
      `DEFAULT=NO,AUTOSELECT=NO,FORCED=NO,URI="captions/${lang}.m3u8"\n`,
  );
  return master
    .replace(/^(#EXT-X-STREAM-INF:[^\n]*)$/gm, '$1,SUBTITLES="captions"')
    .replace(/^(?=#EXT-X-STREAM-INF)/m, group.join(''));
}

/** A playlist of one WebVTT file as long as the recording. */
export function captionPlaylist(lang: string, durationMs: number): string {
  const seconds = (durationMs / 1000).toFixed(3);
  return (
    `#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:${Math.ceil(durationMs / 1000)}\n#EXT-X-MEDIA-SEQUENCE:0\n` +
    `#EXT-X-PLAYLIST-TYPE:VOD\n#EXTINF:${seconds},\n${lang}.vtt\n#EXT-X-ENDLIST\n`
  );
}
