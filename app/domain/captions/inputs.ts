import { z } from 'zod';
import { LANGS } from '~/i18n/locales';
import { ENCODINGS } from '~/platform/decode-text';
import { id, paragraphs } from '~/platform/input';
import { FILE_FORMATS } from './rules/caption-files';
import { LONGEST_TEXT } from './rules/clean-text';
import { readShift, readTime } from './rules/times';

export const cueInput = z
  .object({
    startMs: z.number().int().min(0),
    endMs: z.number().int().min(1),
    text: z.string().min(1).max(LONGEST_TEXT),
  })
  .refine((cue) => cue.endMs > cue.startMs, 'invalid');
export type CueInput = z.infer<typeof cueInput>;

/** More cues than any recording of a day has. */
export const MOST_CUES = 20_000;

const lang = z.enum(LANGS);

export const replaceTrackInput = z.object({
  assetId: z.uuid(),
  lang,
  origin: z.enum(['author', 'machine', 'reviewed']),
  cues: z.array(cueInput).min(1).max(MOST_CUES),
});
export type ReplaceTrackInput = z.infer<typeof replaceTrackInput>;

/** Of an imported file: it is written in one transaction, together with what it replaces. */
export const MOST_IMPORTED = 10_000;

/** Bytes of a caption file: three hours of speech have a tenth of it. */
export const MOST_BYTES = 2_000_000;

/** Who wrote what a file holds. */
export const FILE_ORIGINS = ['author', 'machine'] as const;

export const importForm = z.object({
  lang,
  origin: z.enum(FILE_ORIGINS),
  encoding: z.enum(['auto', ...ENCODINGS]),
  file: z.custom<File>((value) => value instanceof Blob && value.size > 0, 'required'),
});

export type PreviewImportInput = {
  assetId: string;
  lang: z.infer<typeof lang>;
  origin: (typeof FILE_ORIGINS)[number];
  encoding: 'auto' | (typeof ENCODINGS)[number];
  fileName: string;
  bytes: Uint8Array;
};

export const confirmImportForm = z.object({ importId: id });

export const startTranslationForm = z
  .object({ from: lang, lang })
  .refine((input) => input.from !== input.lang, { path: ['lang'], message: 'invalid' });

/** A field with a time; the message `clock` says how to write one. */
const time = z.string().transform((text, check) => {
  const ms = readTime(text);
  if (ms !== null) return ms;
  check.addIssue({ code: 'custom', message: 'clock' });
  return z.NEVER;
});

const whole = z.coerce.number().int().min(0).max(2_000_000_000);
const cueTimes = { start: time, end: time };
const named = { cueId: id, version: whole };
const typed = { ...named, ...cueTimes, text: paragraphs(LONGEST_TEXT) };
const ends = { path: ['end'], message: 'clock-order' };

export const saveCueForm = z.object(typed).refine((cue) => cue.end > cue.start, ends);
/** `at`: where the cursor stands in the text; `newId`: of the second half, so that sending twice splits once. */
export const splitCueForm = z
  .object({ ...typed, newId: id, at: whole.optional() })
  .refine((cue) => cue.end > cue.start, ends);
export const joinCueForm = z.object(typed).refine((cue) => cue.end > cue.start, ends);
export const removeCueForm = z.object(named);
export const insertCueForm = z
  .object({ newId: id, ...cueTimes, text: paragraphs(LONGEST_TEXT) })
  .refine((cue) => cue.end > cue.start, ends);
export const shiftForm = z.object({
  revision: whole,
  from: time,
  by: z.string().transform((text, check) => {
    const ms = readShift(text);
    if (ms !== null && ms !== 0) return ms;
    check.addIssue({ code: 'custom', message: 'number' });
    return z.NEVER;
  }),
});
export const undoForm = z.object({ changeId: id });

type CueFields = { startMs: number; endMs: number; text: string };

/** One change of a track. */
export type CueChange =
  | ({ kind: 'save'; cueId: string; version: number } & CueFields)
  | ({ kind: 'split'; cueId: string; version: number; newId: string; at: number | null } & CueFields)
  | ({ kind: 'join'; cueId: string; version: number } & CueFields)
  | { kind: 'remove'; cueId: string; version: number }
  | ({ kind: 'insert'; newId: string } & CueFields)
  | { kind: 'shift'; revision: number; fromMs: number; byMs: number }
  | { kind: 'undo'; changeId: string };

export type ChangeCuesInput = {
  assetId: string;
  lang: z.infer<typeof lang>;
  change: CueChange;
  /** The language that is read beside, for the words that a saved cue lacks. */
  side?: z.infer<typeof lang> | null;
};

/** The JSON body of one saved cue. */
export const saveCueBody = z.object({
  recording: z.string().min(1).max(80),
  lang,
  side: lang.nullable().catch(null),
  ...named,
  start: z.string().max(40),
  end: z.string().max(40),
  text: z.string().max(100_000),
});

export const DECISIONS = ['reviewed', 'approved', 'returned'] as const;
export type DecisionAct = (typeof DECISIONS)[number];

/** The note is asked for where a track is given back. */
export const decideForm = z
  .object({ act: z.enum(DECISIONS), revision: whole, note: paragraphs(2_000) })
  .refine((input) => input.act !== 'returned' || input.note !== '', { path: ['note'], message: 'required' });
export type DecideTrackInput = z.infer<typeof decideForm> & { assetId: string; lang: z.infer<typeof lang> };

export const exportQuery = z.object({ format: z.enum(FILE_FORMATS).catch('vtt').default('vtt') });

/**
 * Which cues of a track a page shows: from a time on (`from` in milliseconds, or `at` as people type it), all or only
 * those without words.
 */
export const trackPageInput = z
  .object({
    from: z.coerce.number().int().min(0).max(86_400_000).catch(0).default(0),
    at: z.string().max(40).optional().catch(undefined),
    only: z.enum(['empty', 'all']).catch('all').default('all'),
  })
  .transform(({ from, at, only }) => ({ from: (at === undefined ? null : readTime(at)) ?? from, only }));
export type TrackPageInput = z.infer<typeof trackPageInput>;
