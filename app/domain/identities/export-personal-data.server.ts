import type { Ctx } from '~/platform/context';
import { openIdentity } from './data/identities.server';

/** IIN and birthday in clear, for the person's own export. The caller has checked who asks. */
export async function exportPersonalData(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Record<string, unknown> | null> {
  return openIdentity(ctx, personId);
}
