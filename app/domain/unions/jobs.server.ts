import { defineJob } from '~/platform/jobs/jobs';
import { gatherSchema } from './inputs';

/** Moves what was written to a joined record while it was joined; may run any number of times. */
export const gatherRowsJob = defineJob('unions.gather', gatherSchema, { retryLimit: 8, retryDelay: 30 });
