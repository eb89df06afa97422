import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import {
  countJobs,
  type FailedJob,
  listFailedJobs as listFailed,
  type QueueCount,
} from '~/platform/jobs/failed-jobs.server';
import { OPERATIONS_PAGE } from './inputs';
import { mayOperate } from './policy';

export type JobsOverview = {
  queues: readonly QueueCount[];
  failed: readonly FailedJob[];
  /** The key of the next page of failed jobs. */
  next: Date | null;
};

/** Counts of every queue, and the jobs that used up their tries, newest first, a page at a time. Admins only. */
export async function listFailedJobs(ctx: Ctx, input: { before: Date | null }): Promise<JobsOverview> {
  if (!mayOperate(ctx.actor)) throw new DomainError('forbidden', 'shell.no-right');
  const [queues, rows] = await Promise.all([
    countJobs(ctx.db),
    listFailed(ctx.db, { before: input.before, take: OPERATIONS_PAGE + 1 }),
  ]);
  const failed = rows.slice(0, OPERATIONS_PAGE);
  return { queues, failed, next: rows.length > OPERATIONS_PAGE ? (failed.at(-1)?.failedAt ?? null) : null };
}
