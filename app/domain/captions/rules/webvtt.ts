/** A cue in milliseconds of the master. */
export type Cue = { startMs: number; endMs: number; text: string };

/** HH:MM:SS.mmm, as WebVTT writes times. */
export function timestamp(ms: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(ms / 3_600_000), Math.floor((ms % 3_600_000) / 60_000)];
  const [seconds, rest] = [Math.floor((ms % 60_000) / 1000), ms % 1000];
  return `${two(hours)}:${two(minutes)}:${two(seconds)}.${String(rest).padStart(3, '0')}`;
}

const escapeText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\n\s*\n+/g, '\n');

/** A WebVTT file (W3C). The map, which strict parsers refuse, lets HLS players line it up with the video's clock. */
export function writeWebVtt(cues: readonly Cue[], { mapped = true } = {}): string {
  const blocks = cues.map(
    (cue) => `${timestamp(cue.startMs)} --> ${timestamp(cue.endMs)}\n${escapeText(cue.text)}\n`,
  );
  const head = mapped ? 'WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n' : 'WEBVTT\n';
  return [head, ...blocks].join('\n');
}

/** Whether cues are in order and none begins before the one before it ended. */
export const isOrdered = (cues: readonly Cue[]): boolean =>
  cues.every((cue, index) => index === 0 || cue.startMs >= (cues[index - 1]?.endMs ?? 0));
