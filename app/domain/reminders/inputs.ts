import { z } from 'zod';

export const sendRemindersSchema = z.object({
  /** Calls for itself again the next morning. */
  isDaily: z.boolean(),
});
export type SendRemindersInput = z.infer<typeof sendRemindersSchema>;
