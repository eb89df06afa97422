import type { Ctx } from '~/platform/context';
import { listClaimsOf } from './data/claims.server';

/** An export holds everything; no page shows so many. */
const ALL = 10_000;

/** Every paper that a person handed in, for the person's own export; the scans are on the page of each. The caller has checked who asks. */
export async function exportPersonalData(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Record<string, unknown>> {
  return { claims: await listClaimsOf(ctx.db, personId, ALL) };
}
