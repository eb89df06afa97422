import { defineJob } from '~/platform/jobs/jobs';
import { soundJobSchema } from './inputs';

/** Decodes the whole file once: some minutes for three hours. */
export const examineSoundJob = defineJob('sounds.examine', soundJobSchema, {
  retryLimit: 5,
  expireInSeconds: 60 * 60,
});

export const removeSoundFileJob = defineJob('sounds.remove-file', soundJobSchema, { retryLimit: 5 });
