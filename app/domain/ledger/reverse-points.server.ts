import type { Ctx } from '~/platform/context';
import { insertReversal } from './data/ledger.server';

export type ReversePointsInput = { personId: string; frameworkId: string; entryId: string; note: string };

/**
 * Takes one counting back with a row of its own; the first one stays, and the evidence may count again. False when
 * there is no such counting or it was taken back before. The caller authorises and records the act.
 */
export async function reversePoints(tx: Ctx, input: ReversePointsInput): Promise<boolean> {
  return insertReversal(tx.db, { ...input, recordedAt: tx.clock.now() });
}
