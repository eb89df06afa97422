import type { Ctx } from '~/platform/context';
import { listAcceptancesOf } from './data/acceptances.server';

/** Every version that a person accepted, for the person's own export. The caller has checked who asks. */
export async function exportPersonalData(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Record<string, unknown>> {
  return { accepted: await listAcceptancesOf(ctx.db, personId) };
}
