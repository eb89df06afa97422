import type { Ctx } from '~/platform/context';
import { findNewest } from './data/checkpoints.server';
import { takeCheckpointsJob } from './jobs.server';
import { newestDue, ZONE } from './rules/due-days';

/** Has the days made up for that are due and have no checkpoint; the work waits once, however often it is asked for. */
export async function askForCheckpoints(ctx: Ctx): Promise<void> {
  const due = newestDue(ctx.clock.now(), ctx.clock.today(ZONE));
  const last = await findNewest(ctx.db);
  if (last && last.day >= due) return;
  await ctx.jobs.enqueue(takeCheckpointsJob, { isDaily: false }, { singletonKey: 'missing' });
}
