import type { Ctx } from '~/platform/context';
import { isHolder, saveHolders } from './data/holders.server';
import type { HolderFacts } from './types';

/**
 * Takes names and places of people down, so that the office finds them: the facts given, or, for somebody licensing
 * knows already, what people says now. Inside the transaction that needs or changes them; it locks their rows in the
 * order of their ids. Answers whom licensing did not know before.
 */
export async function keepHolders(
  tx: Ctx,
  people: readonly HolderFacts[] | { personId: string },
): Promise<readonly string[]> {
  if (!('personId' in people)) return saveHolders(tx, people);
  if (!(await isHolder(tx.db, people.personId))) return [];
  const now = await tx.ports.describeHolder(tx, people.personId);
  return now ? saveHolders(tx, [now]) : [];
}
