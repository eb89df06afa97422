import { defineJob } from '~/platform/jobs/jobs';
import { packageAssetSchema, removeOldVersionsSchema } from './inputs';

/** Seconds one packaging run may take; the encoder is stopped before the queue gives the job to somebody else. */
export const packagingSeconds = 6 * 60 * 60;

export const packageAssetJob = defineJob('media.package', packageAssetSchema, {
  retryLimit: 5,
  retryDelay: 5,
  expireInSeconds: packagingSeconds + 300,
});

export const removeOldVersionsJob = defineJob('media.remove-old-versions', removeOldVersionsSchema, {
  retryLimit: 5,
});
