import { z } from 'zod';
import { audienceSchema } from '~/domain/media/inputs';
import { localizedText } from '~/i18n/content';
import { LANGS } from '~/i18n/locales';
import { line, localDate } from '~/platform/input';

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

/** The second at which a page of a recording begins to play. */
export const startInput = z.object({ t: z.coerce.number().int().min(0).max(86_400).catch(0).default(0) });

export const listRecordingsInput = z.object({
  audio: z.enum(LANGS).optional().catch(undefined),
  captions: z.enum(LANGS).optional().catch(undefined),
  /** Only those that everybody may watch. */
  open: z.literal('1').optional().catch(undefined),
  after: z.string().max(100).optional().catch(undefined),
});
export type ListRecordingsInput = z.infer<typeof listRecordingsInput>;

export const listOwnRecordingsInput = z.object({ after: z.string().max(100).optional().catch(undefined) });
export type ListOwnRecordingsInput = z.infer<typeof listOwnRecordingsInput>;

const texts = z.partialRecord(z.enum(LANGS), line(200));

/** What is left out stays as it is. */
export const editRecordingInput = z.object({
  recordingId: z.uuid(),
  title: texts.optional(),
  /** The instructor's own: nobody else may send them. */
  rights: z
    .object({
      credit: line(200),
      audience: audienceSchema,
      availableUntil: localDate.nullable(),
    })
    .optional(),
});
export type EditRecordingInput = z.infer<typeof editRecordingInput>;
