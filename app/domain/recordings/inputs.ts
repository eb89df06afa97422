import { z } from 'zod';
import { audienceSchema } from '~/domain/media/inputs';
import { localizedText } from '~/i18n/content';
import { localDate } from '~/platform/input';

export const createRecordingInput = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(80),
  organisationId: z.uuid(),
  assetId: z.uuid(),
  title: localizedText,
  credit: localizedText,
  audience: audienceSchema,
  availableUntil: localDate.nullable(),
});
export type CreateRecordingInput = z.infer<typeof createRecordingInput>;

export const setChaptersInput = z.object({
  recordingId: z.uuid(),
  chapters: z
    .array(
      z.object({
        /** Master time in milliseconds. */
        startMs: z.number().int().min(0),
        title: localizedText,
        /** The lexicon's technique that is shown, when it is one. */
        techniqueId: z.string().max(80).nullable(),
      }),
    )
    .max(500)
    .refine(
      (chapters) => new Set(chapters.map(({ startMs }) => startMs)).size === chapters.length,
      'invalid',
    ),
});
export type SetChaptersInput = z.infer<typeof setChaptersInput>;
