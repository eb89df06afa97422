import { z } from 'zod';
import { isLocalDate } from '~/platform/local-date';

export const takeCheckpointsSchema = z.object({
  /** Calls for itself again after the next midnight. */
  isDaily: z.boolean(),
});
export type TakeCheckpointsInput = z.infer<typeof takeCheckpointsSchema>;

const day = z.string().refine(isLocalDate);

/** `?before=&limit=` of the index. */
export const checkpointsQuery = z.object({
  before: day.optional(),
  limit: z.coerce.number().int().min(1).max(366).default(100),
});
