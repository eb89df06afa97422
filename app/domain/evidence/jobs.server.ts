import { defineJob } from '~/platform/jobs/jobs';
import { courseCompletionSchema } from './inputs';

/** Writes a completed course into the evidence; may run any number of times. */
export const recordCourseCompletionJob = defineJob(
  'evidence.record-course-completion',
  courseCompletionSchema,
  {
    retryLimit: 8,
  },
);
