import type { Ctx } from '../context';
import { type Act, recordActs } from './record-acts.server';

/**
 * Appends an act to the audit chain inside the caller's transaction. It locks the head of the chain until commit, so it
 * is called last, after every other lock; in a transaction of many items (platform/gather) it is written at the end.
 */
export async function recordAct(tx: Ctx, act: Act): Promise<void> {
  if (tx.gathered) tx.gathered.acts.push(act);
  else await recordActs(tx, [act]);
}
