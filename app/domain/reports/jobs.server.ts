import { defineJob } from '~/platform/jobs/jobs';
import { countReportSchema } from './inputs';

/** Counts an ordered report, level by level. */
export const countReportJob = defineJob('reports.count', countReportSchema, { retryDelay: 10 });
