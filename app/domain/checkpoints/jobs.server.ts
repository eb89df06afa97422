import { defineJob } from '~/platform/jobs/jobs';
import { takeCheckpointsSchema } from './inputs';

/** Publishes the checkpoints of all days that are over and have none. */
export const takeCheckpointsJob = defineJob('checkpoints.take', takeCheckpointsSchema, {
  retryLimit: 8,
  retryDelay: 30,
});
