import { z } from 'zod';
import type { SavedProgress } from '~/domain/learning/save-progress.server';

export const progressAnswer: z.ZodType<SavedProgress> = z
  .object({
    watchedSeconds: z
      .int()
      .meta({ description: 'Different seconds of the recording that were watched so far.' }),
    durationSeconds: z.int(),
    percent: z.int(),
    isDone: z.boolean(),
  })
  .strict();
