import type { Ctx } from '~/platform/context';
import { listApplicationsOf } from './data/applications.server';

/** Everything that was applied for, for the person's own export. The caller has checked who asks. */
export async function exportPersonalData(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Record<string, unknown>> {
  return { applications: await listApplicationsOf(ctx.db, personId) };
}
