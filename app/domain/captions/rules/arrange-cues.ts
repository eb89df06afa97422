import { LONGEST_TEXT } from './clean-text';
import type { FoundCue, Note } from './notes';

/** What is shorter than this cannot be read: such a cue joins the one that overlaps it. */
const SHORTEST_MS = 700;

type Arranged = { cues: FoundCue[]; notes: Note[] };

/** In the order of their times; cues of one time keep the order of the file. */
function inOrder(found: readonly FoundCue[], notes: Note[]): FoundCue[] {
  let latest = -1;
  for (const { line, startMs } of found) {
    if (startMs < latest) notes.push({ line, code: 'moved' });
    latest = Math.max(latest, startMs);
  }
  return [...found].sort((a, b) => a.startMs - b.startMs);
}

/** Two that are shown together as one; the same words are said once. */
const merged = (first: FoundCue, second: FoundCue): FoundCue => ({
  ...first,
  endMs: Math.max(first.endMs, second.endMs),
  text: first.text === second.text ? first.text : `${first.text}\n${second.text}`,
});

/** One pass from the front: each cue is compared with the last one that was kept. */
function withoutOverlap(ordered: readonly FoundCue[], notes: Note[]): FoundCue[] {
  const kept: FoundCue[] = [];
  for (const cue of ordered) {
    const last = kept.at(-1);
    if (!last || cue.startMs >= last.endMs) kept.push(cue);
    else if (cue.startMs === last.startMs && cue.endMs === last.endMs && cue.text === last.text)
      notes.push({ line: cue.line, code: 'duplicate-dropped' });
    else if (cue.startMs - last.startMs < SHORTEST_MS) {
      kept[kept.length - 1] = merged(last, cue);
      notes.push({ line: cue.line, code: 'merged' });
    } else {
      kept[kept.length - 1] = { ...last, endMs: cue.startMs };
      kept.push(cue);
      notes.push({ line: last.line, code: 'shortened' });
    }
  }
  return kept;
}

/** Pieces of at most `LONGEST_TEXT` characters, broken between lines or words. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > LONGEST_TEXT) {
    const head = rest.slice(0, LONGEST_TEXT);
    const at = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '), head.lastIndexOf('。') + 1);
    const cut = at > LONGEST_TEXT / 2 ? at : LONGEST_TEXT - (/[\ud800-\udbff]$/.test(head) ? 1 : 0);
    found.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return rest === '' ? found : [...found, rest];
}

/** A text that no screen holds is shown in several cues one after the other. */
function divided(cue: FoundCue, notes: Note[]): FoundCue[] {
  const texts = pieces(cue.text);
  if (texts.length < 2) return [cue];
  if (cue.endMs - cue.startMs < texts.length) {
    notes.push({ line: cue.line, code: 'cut' });
    return [{ ...cue, text: texts[0] ?? '' }];
  }
  notes.push({ line: cue.line, code: 'divided' });
  const each = (cue.endMs - cue.startMs) / texts.length;
  return texts.map((text, index) => ({
    line: cue.line,
    text,
    startMs: cue.startMs + Math.round(each * index),
    endMs: cue.startMs + Math.round(each * (index + 1)),
  }));
}

/** Cues as we keep them: in order, none before the end of the one before it, none too long. */
export function arrangeCues(found: readonly FoundCue[]): Arranged {
  const notes: Note[] = [];
  const cues = withoutOverlap(inOrder(found, notes), notes).flatMap((cue) => divided(cue, notes));
  return { cues, notes };
}
