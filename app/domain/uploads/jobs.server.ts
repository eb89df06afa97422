import { defineJob } from '~/platform/jobs/jobs';
import { uploadJobSchema } from './inputs';

/** Reads the whole file once: at 50 MB/s an hour for 180 GB. */
export const checkUploadJob = defineJob('uploads.check', uploadJobSchema, {
  retryLimit: 5,
  expireInSeconds: 2 * 60 * 60,
});

export const expireUploadJob = defineJob('uploads.expire', uploadJobSchema, { retryLimit: 5 });
