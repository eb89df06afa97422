import { packageAssetJob, removeOldVersionsJob } from '~/domain/media/jobs.server';
import type { JobDefinition } from '~/platform/jobs/jobs';
import { sendMail } from '~/platform/mail/outbox.server';

/** Every job of the product; app/worker-handlers.server.ts has a handler for each. */
export const jobs = { packageAsset: packageAssetJob, removeOldVersions: removeOldVersionsJob, sendMail };

export const allJobs: readonly Pick<JobDefinition<unknown>, 'name' | 'options'>[] = Object.values(jobs);
