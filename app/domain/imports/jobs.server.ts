import { defineJob } from '~/platform/jobs/jobs';
import { importJobSchema } from './inputs';

/** Fifty thousand rows take some minutes to read and to check, and longer to write. */
const OPTIONS = { retryLimit: 5, expireInSeconds: 60 * 60 };

export const readFileJob = defineJob('imports.read', importJobSchema, OPTIONS);
export const checkRowsJob = defineJob('imports.check', importJobSchema, OPTIONS);
export const writeRowsJob = defineJob('imports.write', importJobSchema, OPTIONS);
export const removeImportedJob = defineJob('imports.remove', importJobSchema, OPTIONS);
