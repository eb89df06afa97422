import type { Ctx } from '~/platform/context';
import { knownSources } from './data/evidence.server';
import { settlePendingSchema } from './inputs';
import { recordCourseCompletion } from './record-course-completion.server';

/**
 * Runs what the queue has not done yet for one person: completed courses become evidence now. Facts only, so anybody
 * may ask for it. Gives how many were new. Not inside a transaction: each is recorded by itself.
 */
export async function settlePending(ctx: Ctx, input: { personId: string }): Promise<number> {
  const { personId } = settlePendingSchema.parse(input);
  const completions = await ctx.ports.pendingCompletions(ctx, personId);
  const known = await knownSources(
    ctx.db,
    'course',
    completions.map(({ sourceId }) => sourceId),
  );
  let settled = 0;
  for (const completion of completions) {
    if (known.has(completion.sourceId)) continue;
    const { isNew } = await recordCourseCompletion(ctx, completion);
    if (isNew) settled += 1;
  }
  return settled;
}
