import type { Ctx } from '~/platform/context';
import { listReminded } from './data/reminders.server';

/** Those of the licence periods of whose end anybody was ever reminded. The caller authorises. */
export async function findRemindedPeriods(
  ctx: Ctx,
  { periodIds }: { periodIds: readonly string[] },
): Promise<Set<string>> {
  return new Set(await listReminded(ctx.db, periodIds));
}
