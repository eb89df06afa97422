import { z } from 'zod';
import { isLocalDate } from '~/platform/local-date';

export const sendRemindersSchema = z.object({
  /** Calls for itself again the next morning. */
  isDaily: z.boolean(),
});
export type SendRemindersInput = z.infer<typeof sendRemindersSchema>;

const day = z.string().refine(isLocalDate);

export const remindPageSchema = z.object({
  /** The last day on which something is valid, and the day on which that is told. */
  day,
  today: day,
  /** The last person of the page before. */
  after: z.uuid().nullable(),
  /** Given: it is about the day of handing in of licences whose rules cut off so many days before the end. */
  cutOffDays: z.int().min(1).optional(),
});
export type RemindPageInput = z.infer<typeof remindPageSchema>;
