import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { insertCounting } from './data/ledger.server';
import type { CountedPoints } from './types';

export type CountPointsInput = {
  personId: string;
  frameworkId: string;
  /** The cycle for which they count, and the version of the rules that counted them. */
  periodId: string;
  ruleSetVersionId: string;
  entries: readonly CountedPoints[];
};

/**
 * Writes down what a renewal counts, inside the renewal's transaction. A piece of evidence counts once in a framework
 * unless its counting was reversed. The caller authorises and records the act. Throws `ledger.counted-meanwhile`.
 */
export async function countPoints(tx: Ctx, input: CountPointsInput): Promise<void> {
  if (input.entries.length === 0) return;
  if (!(await insertCounting(tx.db, { ...input, recordedAt: tx.clock.now() })))
    throw new DomainError('conflict', 'ledger.counted-meanwhile');
}
