import { defineJob, type EnqueueOptions } from '~/platform/jobs/jobs';
import { type RenderCredentialPayload, renderCredentialSchema } from './inputs';

/** Draws the certificate of a credential, or its licence card, and stores its bytes. */
export const renderCredentialJob = defineJob('credentials.render', renderCredentialSchema, { retryLimit: 8 });

/** Once while it waits. Nobody waits for a card as for a certificate: certificates that are due are drawn first. */
export const renderOptions = ({ credentialId, form }: RenderCredentialPayload): EnqueueOptions =>
  form === 'card' ? { singletonKey: `card:${credentialId}`, priority: -1 } : { singletonKey: credentialId };
