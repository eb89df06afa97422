import { z } from 'zod';
import { audienceSchema } from '~/domain/media/inputs';
import { localizedText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';
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

/** Where a recording's last day is counted. */
export const RECORDING_ZONE = 'Asia/Tokyo';

export const listRecordingsInput = z.object({
  audio: z.enum(LANGS).optional().catch(undefined),
  captions: z.enum(LANGS).optional().catch(undefined),
  /** Only those that everybody may watch. */
  open: z.literal('1').optional().catch(undefined),
  after: z.string().max(100).optional().catch(undefined),
});
export type ListRecordingsInput = z.infer<typeof listRecordingsInput>;

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
