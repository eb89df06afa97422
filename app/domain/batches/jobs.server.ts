import { defineJob } from '~/platform/jobs/jobs';
import { runBatchSchema } from './inputs';

/** Does what is left of a confirmed batch; it may last some minutes. */
export const runBatchJob = defineJob('batches.run', runBatchSchema, { retryLimit: 8, expireInSeconds: 1800 });
