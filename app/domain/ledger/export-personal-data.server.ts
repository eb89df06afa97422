import type { Ctx } from '~/platform/context';
import { listEntriesOf } from './data/ledger.server';

/** Every row of a person's ledger, for the person's own export. The caller has checked who asks. */
export async function exportPersonalData(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Record<string, unknown>> {
  return { points: await listEntriesOf(ctx.db, personId) };
}
