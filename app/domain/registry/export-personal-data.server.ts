import type { Ctx } from '~/platform/context';
import { selectFilters } from './data/saved-filters.server';

/** The filters that a person keeps, for the person's own export. The caller has checked who asks. */
export async function exportPersonalData(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Record<string, unknown>> {
  return { savedFilters: await selectFilters(ctx.db, personId) };
}
