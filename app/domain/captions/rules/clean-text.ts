import type { NoteCode } from './notes';

/** At most so many characters stand in one cue. */
export const LONGEST_TEXT = 500;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '',
  rlm: '',
};

function entity(whole: string, name: string): string {
  const known = NAMED[name.toLowerCase()];
  if (known !== undefined) return known;
  const digits = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
  const code = digits ? Number.parseInt(digits[1] ?? digits[2] ?? '', digits[1] ? 16 : 10) : 0;
  return code >= 32 && code < 0xd800 ? String.fromCodePoint(code) : whole;
}

/** None of these looks past the next sign of its kind, so that a hostile file is read in one pass. */
const SPEAKER = /<v(?:\.[^\s<>]*)?\s([^<>]+)>/gi;
const READING = /<rt(?:\s[^<>]*)?>([^<]*)(?:<\/rt>|(?=<)|$)/gi;
const TAG = /<\/?(?:[a-z][\w.-]*(?:\s[^<>]*)?|\d{1,3}:[\d:.,]+)\/?>/gi;
/** Positions and colours of other formats: {\an8}, {Y:i}. */
const BRACES = /\{(?:\\[^{}]*|[A-Za-z]:[^{}]*)\}/g;

const tidyLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/[\t \u00a0]+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');

/**
 * The words of a cue without markup: speakers stand in front of what they say, readings behind their word in brackets;
 * everything else that is a tag falls away. `notes` names what was done.
 */
export function cleanText(raw: string): { text: string; notes: NoteCode[] } {
  const notes: NoteCode[] = [];
  const change = (before: string, after: string, code: NoteCode): string => {
    if (before !== after) notes.push(code);
    return after;
  };
  let text = raw.normalize('NFC');
  text = change(
    text,
    text.replace(SPEAKER, (_tag, name: string) => `${name.trim()}: `),
    'speaker-named',
  );
  text = change(text, text.replace(READING, '($1)'), 'reading-bracketed');
  text = change(text, text.replace(TAG, '').replace(BRACES, ''), 'tags-dropped');
  return { text: tidyLines(text.replace(/&(#?\w{1,8});/g, entity)), notes };
}
