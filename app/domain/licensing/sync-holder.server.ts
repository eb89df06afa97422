import type { Ctx } from '~/platform/context';
import { isHolder, saveHolder } from './data/holders.server';
import type { HolderFacts } from './types';

/**
 * Takes a person's names and place over, so that the office finds them: the facts given, or, for somebody licensing
 * knows already, what people says now. Inside the transaction that needs or changes them.
 */
export async function syncHolder(
  tx: Ctx,
  { personId, facts }: { personId: string; facts?: HolderFacts },
): Promise<void> {
  if (!facts && !(await isHolder(tx.db, personId))) return;
  const now = facts ?? (await tx.ports.describeHolder(tx, personId));
  if (now) await saveHolder(tx, now);
}
