import { defineJob } from '~/platform/jobs/jobs';
import { renderCredentialSchema } from './inputs';

/** Draws the certificate of a credential, or its licence card, and stores its bytes. */
export const renderCredentialJob = defineJob('credentials.render', renderCredentialSchema, { retryLimit: 8 });
