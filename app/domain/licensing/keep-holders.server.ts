import type { Ctx } from '~/platform/context';
import { saveHolders } from './data/holders.server';
import type { HolderFacts } from './types';

/**
 * Takes names and places of people down, so that the office finds them. Inside the transaction that needs them; it locks
 * their rows in the order of their ids.
 */
export async function keepHolders(tx: Ctx, facts: readonly HolderFacts[]): Promise<void> {
  await saveHolders(tx.db, facts);
}
