import type { Ctx } from '~/platform/context';
import { isHolder, lockHolders, saveHolders } from './data/holders.server';
import type { HolderFacts } from './types';

/**
 * Takes names and places of people down, so that the office finds them: the facts given, or, for somebody licensing
 * knows already, what people says now. Inside the transaction that needs or changes them; it locks their rows in the
 * order of their ids, and takes the places of after that. Answers whom licensing did not know before.
 */
export async function keepHolders(
  tx: Ctx,
  people: readonly HolderFacts[] | { personId: string },
): Promise<readonly string[]> {
  if (!('personId' in people)) return saveHolders(tx, await placedNow(tx, people));
  if (!(await isHolder(tx.db, people.personId))) return [];
  await lockHolders(tx.db, [people.personId]);
  const now = await tx.ports.describeHolder(tx, people.personId);
  return now ? saveHolders(tx, [now]) : [];
}

/** With the places of now: somebody may have moved between the description and the lock. */
async function placedNow(tx: Ctx, people: readonly HolderFacts[]): Promise<HolderFacts[]> {
  const ids = people.map(({ personId }) => personId);
  await lockHolders(tx.db, ids);
  const now = await tx.ports.describeHolders(tx, ids);
  return people.map((facts) => {
    const { organisationId, path } = now.get(facts.personId) ?? facts;
    return { ...facts, organisationId, path };
  });
}
