import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import { listComponentsOf, loadStandingFacts } from './data/licences.server';
import { standingOn } from './rules/licence-standing';
import type { HolderRecord } from './types';

/** Every licence period of a person with its state on a day, and the live conditions. The caller authorises. */
export async function getHolderRecord(
  ctx: Ctx,
  { personId, on }: { personId: string; on: LocalDate },
): Promise<HolderRecord> {
  const components = await listComponentsOf(ctx.db, personId);
  const facts = await loadStandingFacts(ctx.db, { personId }, null);
  return { components, licences: facts.map((each) => ({ facts: each, standing: standingOn(each, on) })) };
}
