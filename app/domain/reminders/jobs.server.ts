import { defineJob } from '~/platform/jobs/jobs';
import { sendRemindersSchema } from './inputs';

/** Sends the reminders of every day that has come and whose reminders are not out. */
export const sendRemindersJob = defineJob('reminders.send', sendRemindersSchema, {
  retryLimit: 8,
  retryDelay: 30,
});
