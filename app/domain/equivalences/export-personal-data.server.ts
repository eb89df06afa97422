import type { Ctx } from '~/platform/context';
import { listRequestsOf } from './data/requests.server';
import { forCoach } from './rules/state';

/** Everything that was asked, with the answers, for the person's own export. The caller has checked who asks. */
export async function exportPersonalData(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Record<string, unknown>> {
  return { requests: (await listRequestsOf(ctx.db, { personId })).map(forCoach) };
}
