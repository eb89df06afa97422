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
