import { runBatchJob } from '~/domain/batches/jobs.server';
import { takeCheckpointsJob } from '~/domain/checkpoints/jobs.server';
import { renderCredentialJob } from '~/domain/credentials/jobs.server';
import { recordCourseCompletionJob } from '~/domain/evidence/jobs.server';
import { checkRowsJob, readFileJob, removeImportedJob, writeRowsJob } from '~/domain/imports/jobs.server';
import { packageAssetJob, removeOldVersionsJob, settleAssetsJob } from '~/domain/media/jobs.server';
import { signBadgesJob, signMissingBadgesJob } from '~/domain/proofs/jobs.server';
import { remindPageJob, sendRemindersJob } from '~/domain/reminders/jobs.server';
import { countReportJob } from '~/domain/reports/jobs.server';
import { examineSoundJob, removeSoundFileJob } from '~/domain/sounds/jobs.server';
import { gatherRowsJob } from '~/domain/unions/jobs.server';
import { checkUploadJob, expireUploadJob } from '~/domain/uploads/jobs.server';
import type { JobDefinition } from '~/platform/jobs/jobs';
import { sendMail } from '~/platform/mail/outbox.server';

/** Every job of the product; app/worker-handlers.server.ts has a handler for each. */
export const jobs = {
  checkImportRows: checkRowsJob,
  checkUpload: checkUploadJob,
  countReport: countReportJob,
  examineSound: examineSoundJob,
  expireUpload: expireUploadJob,
  gatherRows: gatherRowsJob,
  packageAsset: packageAssetJob,
  readImportFile: readFileJob,
  recordCourseCompletion: recordCourseCompletionJob,
  remindPage: remindPageJob,
  removeImported: removeImportedJob,
  removeOldVersions: removeOldVersionsJob,
  removeSoundFile: removeSoundFileJob,
  renderCredential: renderCredentialJob,
  runBatch: runBatchJob,
  sendMail,
  sendReminders: sendRemindersJob,
  settleAssets: settleAssetsJob,
  signBadges: signBadgesJob,
  signMissingBadges: signMissingBadgesJob,
  takeCheckpoints: takeCheckpointsJob,
  writeImportRows: writeRowsJob,
};

export const allJobs: readonly Pick<JobDefinition<unknown>, 'name' | 'options'>[] = Object.values(jobs);
