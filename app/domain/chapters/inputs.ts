import { z } from 'zod';
import { localizedText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';
import { line } from '~/platform/input';

const recordingId = z.uuid();

/** Master time in milliseconds. */
const startMs = z.number().int().min(0).max(86_400_000);

export const setChaptersInput = z.object({
  recordingId,
  chapters: z
    .array(
      z.object({
        startMs,
        title: localizedText,
        /** The lexicon's technique that is shown, when it is one. */
        techniqueId: z.string().max(80).nullable(),
      }),
    )
    .max(500)
    .refine(
      (chapters) => new Set(chapters.map((chapter) => chapter.startMs)).size === chapters.length,
      'invalid',
    ),
});
export type SetChaptersInput = z.infer<typeof setChaptersInput>;

export const writeChapterInput = z.object({
  recordingId,
  /** The moment of the chapter that is changed; null adds one. */
  before: startMs.nullable(),
  startMs,
  title: z.partialRecord(z.enum(LANGS), line(200)),
  techniqueId: z.string().max(80).nullable(),
});
export type WriteChapterInput = z.infer<typeof writeChapterInput>;

export const removeChapterInput = z.object({ recordingId, startMs });
export type RemoveChapterInput = z.infer<typeof removeChapterInput>;
