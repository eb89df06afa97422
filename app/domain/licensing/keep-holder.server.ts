import type { Ctx } from '~/platform/context';
import { isHolder, saveHolder } from './data/holders.server';
import type { HolderFacts } from './types';

/**
 * Takes a person's names and place down, so that the office finds them. With the id alone it takes over what changed, where
 * licensing knows the person. Inside the transaction that needs it.
 */
export async function keepHolder(tx: Ctx, input: HolderFacts | { personId: string }): Promise<void> {
  if ('displayName' in input) return saveHolder(tx.db, input);
  const { personId } = input;
  if (!(await isHolder(tx.db, personId))) return;
  const facts = await tx.ports.describeHolder(tx, personId);
  if (facts) await saveHolder(tx.db, facts);
}
