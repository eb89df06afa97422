import { defineJob } from '~/platform/jobs/jobs';
import { signBadgesSchema, signMissingBadgesSchema } from './inputs';

/** Signs the badges of one document that are not there yet. */
export const signBadgesJob = defineJob('proofs.sign-badges', signBadgesSchema, { retryLimit: 8 });

/** Signs badges of documents that have none, a page at a time. */
export const signMissingBadgesJob = defineJob('proofs.sign-missing-badges', signMissingBadgesSchema);
