import type { Ctx } from '~/platform/context';
import { saveHolder } from './data/holders.server';
import type { HolderFacts } from './types';

/** Takes a person's names and place down, so that the office finds them. Inside the transaction that needs them. */
export async function keepHolder(tx: Ctx, facts: HolderFacts): Promise<void> {
  await saveHolder(tx.db, facts);
}
