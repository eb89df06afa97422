import { z } from 'zod';
import { LANGS } from '~/i18n/locales';

export const cueInput = z
  .object({
    startMs: z.number().int().min(0),
    endMs: z.number().int().min(1),
    text: z.string().min(1).max(500),
  })
  .refine((cue) => cue.endMs > cue.startMs, 'invalid');
export type CueInput = z.infer<typeof cueInput>;

export const replaceTrackInput = z.object({
  assetId: z.uuid(),
  lang: z.enum(LANGS),
  origin: z.enum(['author', 'machine', 'reviewed']),
  cues: z.array(cueInput).min(1).max(20_000),
});
export type ReplaceTrackInput = z.infer<typeof replaceTrackInput>;
