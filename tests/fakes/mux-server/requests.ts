import { z } from 'zod';

const languageCode = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/);
const url = z.url({ protocol: /^https?$/ });

const resolution = z.enum([
  ...(['highest', 'audio-only', '2160p', '1440p', '1080p', '720p', '540p', '480p', '360p', '270p'] as const),
]);

/** What Mux takes for a new asset; a key that it does not know is refused here, where Mux may pass over it. */
export const newAssetSchema = z.strictObject({
  inputs: z
    .array(
      z.strictObject({
        url,
        language_code: languageCode.optional(),
        name: z.string().min(1).optional(),
      }),
    )
    .min(1),
  playback_policies: z.array(z.enum(['signed', 'public'])).optional(),
  passthrough: z.string().max(255).optional(),
  max_resolution_tier: z.enum(['1080p', '1440p', '2160p']).optional(),
  static_renditions: z.array(z.strictObject({ resolution })).optional(),
});
export type NewAsset = z.infer<typeof newAssetSchema>;

export const newTrackSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('audio'),
    language_code: languageCode,
    name: z.string().min(1).optional(),
    url,
  }),
  z.strictObject({
    type: z.literal('text'),
    text_type: z.literal('subtitles'),
    language_code: languageCode,
    name: z.string().min(1).optional(),
    passthrough: z.string().max(255).optional(),
    url,
  }),
]);
export type NewTrack = z.infer<typeof newTrackSchema>;
