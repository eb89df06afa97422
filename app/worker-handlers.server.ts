import { runBatch } from '~/domain/batches/run-batch.server';
import { takeCheckpoints } from '~/domain/checkpoints/take-checkpoints.server';
import { renderDocument } from '~/domain/credentials/render-document.server';
import { recordCourseCompletion } from '~/domain/evidence/record-course-completion.server';
import { checkRows } from '~/domain/imports/check-rows.server';
import { readFile } from '~/domain/imports/read-file.server';
import { removeImported } from '~/domain/imports/remove-imported.server';
import { writeRows } from '~/domain/imports/write-rows.server';
import { packageAsset } from '~/domain/media/package-asset.server';
import { removeOldVersions } from '~/domain/media/remove-old-versions.server';
import { settleAssets } from '~/domain/media/settle-assets.server';
import { signBadges } from '~/domain/proofs/sign-badges.server';
import { signMissingBadges } from '~/domain/proofs/sign-missing-badges.server';
import { remindPage } from '~/domain/reminders/remind-page.server';
import { sendReminders } from '~/domain/reminders/send-reminders.server';
import { countReport } from '~/domain/reports/count-report.server';
import { examineSound } from '~/domain/sounds/examine-sound.server';
import { removeSoundFile } from '~/domain/sounds/remove-sound-file.server';
import { gatherRows } from '~/domain/unions/gather-rows.server';
import { checkUpload } from '~/domain/uploads/check-upload.server';
import { expireUpload } from '~/domain/uploads/expire-upload.server';
import type { Ctx } from '~/platform/context';
import type { JobDefinition } from '~/platform/jobs/jobs';
import { deliverMail } from '~/platform/mail/deliver-mail.server';
import { jobs } from './all-jobs.server';

type Payload<J> = J extends JobDefinition<infer P> ? P : never;
/** Whether a job that fails now is not tried any more. */
type Tries = { isLastTry: boolean };
type Handler<P> = (ctx: Ctx, payload: P, tries: Tries) => Promise<void>;
type Handlers = { [K in keyof typeof jobs]: Handler<Payload<(typeof jobs)[K]>> };

/** One handler for each job, one call into the domain; every handler may run twice. */
const handlers: Handlers = {
  checkUpload,
  countReport,
  examineSound: (ctx, sound, tries) => examineSound(ctx, { ...sound, ...tries }),
  expireUpload,
  gatherRows,
  packageAsset: (ctx, order, tries) => packageAsset(ctx, { ...order, ...tries }),
  recordCourseCompletion: async (ctx, completion) => void (await recordCourseCompletion(ctx, completion)),
  readImportFile: readFile,
  remindPage,
  removeImported,
  removeOldVersions,
  removeSoundFile,
  renderCredential: renderDocument,
  runBatch,
  sendMail: deliverMail,
  checkImportRows: checkRows,
  sendReminders,
  settleAssets,
  signBadges,
  signMissingBadges,
  writeImportRows: writeRows,
  takeCheckpoints: async (ctx, order) => void (await takeCheckpoints(ctx, order)),
};

const entry = <P>(job: JobDefinition<P>, handle: Handler<P>) => ({
  run: (ctx: Ctx, payload: unknown, tries: Tries) => handle(ctx, job.schema.parse(payload), tries),
});

const registry = new Map(
  (Object.keys(jobs) as (keyof typeof jobs)[]).map((key) => [
    jobs[key].name,
    entry(jobs[key] as JobDefinition<unknown>, handlers[key] as Handler<unknown>),
  ]),
);

/** Checks the payload and runs the job's handler. Throws for a name nobody knows. */
export async function handleJob(
  ctx: Ctx,
  name: string,
  payload: unknown,
  tries: Tries = { isLastTry: false },
): Promise<void> {
  const found = registry.get(name);
  if (!found) throw new Error(`There is no handler for the job ${name}`);
  await found.run(ctx, payload, tries);
}
