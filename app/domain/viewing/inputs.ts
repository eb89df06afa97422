import { z } from 'zod';
import { LANGS } from '~/i18n/locales';

/** A language of captions, or '' for none. */
const captionSchema = z.enum(['', ...LANGS]);

const choiceSchema = z.object({
  audio: z.enum(LANGS).nullable(),
  captions: z.tuple([captionSchema, captionSchema]),
});

/** What the player tells: the second it is at, the languages chosen, or both. */
export const saveViewingInput = z.object({
  recordingId: z.uuid(),
  position: z.int().min(0).max(86_400).optional(),
  choice: choiceSchema.optional(),
});
export type SaveViewingInput = z.infer<typeof saveViewingInput>;
