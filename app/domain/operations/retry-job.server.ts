import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { retryFailedJob } from '~/platform/jobs/failed-jobs.server';
import { mayOperate } from './policy';

/** Gives a failed job all its tries again. A job that waits or runs again already stays as it is. Admins only. */
export async function retryJob(ctx: Ctx, input: { name: string; jobId: string }): Promise<void> {
  if (!mayOperate(ctx.actor)) throw new DomainError('forbidden', 'shell.no-right');
  await inTransaction(ctx, async (tx) => {
    if (!(await retryFailedJob(tx.db, input.name, input.jobId))) return;
    await recordAct(tx, {
      act: 'operations.job-retried',
      subject: { type: 'job', id: input.jobId },
      detail: { name: input.name },
    });
  });
}
