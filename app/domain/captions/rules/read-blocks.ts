import type { Note } from './notes';
import { readClock } from './times';

/** Lines that belong together, and where they begin in the file (from 1). */
export type Block = { line: number; lines: string[] };

/** A cue as written: null times could not be read. */
export type RawCue = {
  line: number;
  startMs: number | null;
  endMs: number | null;
  isMended: boolean;
  settings: string;
  lines: string[];
};

export type FileFormat = 'vtt' | 'srt';

const ARROW = /^(.*?)\s*(?:-{2,3}|[—–])>\s*(.*)$/;
const STRICT: Record<FileFormat, RegExp> = {
  vtt: /^(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}$/,
  srt: /^\d{2}:[0-5]\d:[0-5]\d,\d{3}$/,
};

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === '') open = null;
    else if (open) open.lines.push(line);
    else {
      open = { line: index + 1, lines: [line] };
      blocks.push(open);
    }
  }
  return blocks;
}

/** No line with times is longer, settings included. */
const LONGEST_TIMING = 300;

const isTiming = (line: string): boolean =>
  line.length < LONGEST_TIMING && line.includes('->') && /\d\s*(?:-{2,3}|[—–])>/.test(line);
const isNumber = (line: string): boolean => /^\s*\d{1,7}\s*$/.test(line);

function readTiming(line: string, format: FileFormat): Omit<RawCue, 'line' | 'lines'> {
  const [, from = '', behind = ''] = ARROW.exec(line.trim()) ?? [];
  const [to = '', ...settings] = behind.split(/\s+/);
  const [startMs, endMs] = [readClock(from), readClock(to)];
  const isMended = ![from.trim(), to].every((time) => STRICT[format].test(time)) && startMs !== null;
  return { startMs, endMs, isMended, settings: settings.join(' ') };
}

/** The cues of one block: more than one where the empty lines between them are missing. */
function cuesOf({ line, lines }: Block, format: FileFormat, notes: Note[]): RawCue[] {
  const timings = lines.flatMap((each, index) => (isTiming(each) ? [index] : []));
  for (const [index, text] of lines.slice(0, Math.max(0, (timings[0] ?? 0) - 1)).entries())
    if (text.trim() !== '') notes.push({ line: line + index, code: 'stray-dropped' });
  return timings.map((at, place) => {
    const before = lines[at - 1];
    if (place > 0) notes.push({ line: line + at, code: 'blank-missing' });
    else if (before !== undefined && !isNumber(before))
      notes.push({ line: line + at - 1, code: 'id-dropped' });
    const next = timings[place + 1];
    const end = next === undefined ? lines.length : isNumber(lines[next - 1] ?? '') ? next - 1 : next;
    return { line: line + at, ...readTiming(lines[at] ?? '', format), lines: lines.slice(at + 1, end) };
  });
}

const ASIDES = [
  [/^NOTE(\s|$)/, 'comment-dropped'],
  [/^STYLE\s*$/, 'style-dropped'],
  [/^REGION\s*$/, 'region-dropped'],
] as const;

/** WEBVTT and what stands below it in the same block. */
function headerNotes({ line, lines }: Block): Note[] {
  return lines.length > 1 || /^WEBVTT\s+\S/.test(lines[0] ?? '') ? [{ line, code: 'header-dropped' }] : [];
}

/** All cues of a file in the order of its lines, and what else was found there. */
export function readBlocks(text: string): { format: FileFormat; cues: RawCue[]; notes: Note[] } {
  const blocks = blocksOf(text);
  const format = /^WEBVTT(\s|$)/.test(blocks[0]?.lines[0] ?? '') ? 'vtt' : 'srt';
  const notes: Note[] = [];
  const cues: RawCue[] = [];
  for (const [index, block] of blocks.entries()) {
    const first = block.lines[0] ?? '';
    const aside = ASIDES.find(([pattern]) => pattern.test(first))?.[1];
    const last = cues.at(-1);
    if (index === 0 && format === 'vtt' && !block.lines.some(isTiming)) notes.push(...headerNotes(block));
    else if (format === 'vtt' && aside) notes.push({ line: block.line, code: aside });
    else if (block.lines.some(isTiming)) cues.push(...cuesOf(block, format, notes));
    else if (format === 'srt' && last && !block.lines.every(isNumber)) {
      last.lines.push(...block.lines);
      notes.push({ line: block.line, code: 'blank-joined' });
    } else notes.push({ line: block.line, code: 'stray-dropped' });
  }
  return { format, cues, notes };
}
