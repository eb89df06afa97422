/** What became of a part of an imported file. */
export const NOTE_CODES = [
  'header-dropped',
  'comment-dropped',
  'style-dropped',
  'region-dropped',
  'settings-dropped',
  'id-dropped',
  'stray-dropped',
  'bad-time',
  'time-mended',
  'blank-joined',
  'blank-missing',
  'tags-dropped',
  'speaker-named',
  'reading-bracketed',
  'empty-dropped',
  'end-mended',
  'moved',
  'duplicate-dropped',
  'merged',
  'shortened',
  'divided',
  'cut',
  'beyond-end',
] as const;
export type NoteCode = (typeof NOTE_CODES)[number];

/** One finding, at a line of the file. */
export type Note = { line: number; code: NoteCode };

/** A cue as it was found, with its line. */
export type FoundCue = { line: number; startMs: number; endMs: number; text: string };
