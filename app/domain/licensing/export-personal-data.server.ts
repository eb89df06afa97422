import type { Ctx } from '~/platform/context';
import { findHolder, listPlacesOf } from './data/holders.server';
import { listComponentsOf, loadStandingFacts } from './data/licences.server';

/** Everything licensing holds about a person, for the person's own export. The caller has checked who asks. */
export async function exportPersonalData(
  ctx: Ctx,
  { personId }: { personId: string },
): Promise<Record<string, unknown>> {
  return {
    holder: await findHolder(ctx.db, personId),
    places: await listPlacesOf(ctx.db, personId),
    licences: await loadStandingFacts(ctx.db, { personIds: [personId] }, null),
    components: await listComponentsOf(ctx.db, [personId]),
  };
}
