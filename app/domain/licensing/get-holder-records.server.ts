import type { Ctx } from '~/platform/context';
import type { LocalDate } from '~/platform/local-date';
import { loadHoldings } from './data/licences.server';
import { standingOn } from './rules/licence-standing';
import type { HolderRecord } from './types';

/**
 * Every licence period of people with its state on a day, and the live conditions, by person: one statement, however
 * many they are. People without any have empty lists. The caller authorises.
 */
export async function getHolderRecords(
  ctx: Ctx,
  { personIds, on }: { personIds: readonly string[]; on: LocalDate },
): Promise<ReadonlyMap<string, HolderRecord>> {
  const { facts, components } = await loadHoldings(ctx.db, personIds);
  const recordOf = (personId: string): HolderRecord => ({
    components: components.filter((each) => each.personId === personId),
    licences: facts
      .filter((each) => each.personId === personId)
      .map((each) => ({ facts: each, standing: standingOn(each, on) })),
  });
  return new Map(personIds.map((personId) => [personId, recordOf(personId)]));
}
