import { arrangeCues } from './arrange-cues';
import { cleanText } from './clean-text';
import type { FoundCue, Note } from './notes';
import { type FileFormat, type RawCue, readBlocks } from './read-blocks';
import type { Cue } from './webvtt';

export type ReadFile = { format: FileFormat; cues: Cue[]; notes: Note[] };

/** A cue whose end cannot be used is shown so long. */
const USUAL_MS = 2_000;

function readCue(raw: RawCue): { cue: FoundCue | null; notes: Note[] } {
  const { line, startMs, endMs } = raw;
  if (startMs === null) return { cue: null, notes: [{ line, code: 'bad-time' }] };
  const { text, notes: codes } = cleanText(raw.lines.join('\n'));
  if (text === '') return { cue: null, notes: [{ line, code: 'empty-dropped' }] };
  const isEndUsable = endMs !== null && endMs > startMs;
  const notes: Note[] = codes.map((code) => ({ line, code }));
  if (raw.isMended) notes.push({ line, code: 'time-mended' });
  if (raw.settings !== '') notes.push({ line, code: 'settings-dropped' });
  if (!isEndUsable) notes.push({ line, code: 'end-mended' });
  return { cue: { line, startMs, endMs: isEndUsable ? endMs : startMs + USUAL_MS, text }, notes };
}

/**
 * The cues of a WebVTT or SRT file, in order and without overlap, and line by line what was changed, merged or
 * dropped on the way. `durationMs`: of the recording, where it is known.
 */
export function readCaptions(text: string, durationMs: number | null): ReadFile {
  const { format, cues: raw, notes } = readBlocks(text);
  const read = raw.map(readCue);
  const arranged = arrangeCues(read.flatMap(({ cue }) => cue ?? []));
  const late = arranged.cues.filter(({ startMs }) => durationMs !== null && startMs >= durationMs);
  const all = [
    ...notes,
    ...read.flatMap((each) => each.notes),
    ...arranged.notes,
    ...late.map(({ line }): Note => ({ line, code: 'beyond-end' })),
  ];
  return {
    format,
    cues: arranged.cues.map(({ startMs, endMs, text: words }) => ({ startMs, endMs, text: words })),
    notes: all.sort((a, b) => a.line - b.line),
  };
}
