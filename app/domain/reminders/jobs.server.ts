import { defineJob } from '~/platform/jobs/jobs';
import { remindPageSchema, sendRemindersSchema } from './inputs';

/** Calls for the reminders of every day that has come and whose reminders were not called for. */
export const sendRemindersJob = defineJob('reminders.send', sendRemindersSchema, {
  retryLimit: 8,
  retryDelay: 30,
});

/** Reminds one page of people, and calls for the next. */
export const remindPageJob = defineJob('reminders.page', remindPageSchema, { retryLimit: 8, retryDelay: 30 });
