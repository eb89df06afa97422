import type { Ctx } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { listEntries } from './data/ledger.server';
import { canReadLedger } from './policy';
import type { LedgerEntry } from './types';

/** The ledger of a person in a framework, oldest first: for the person and for registrars. Throws `ledger.not-found`. */
export async function listPoints(
  ctx: Ctx,
  { personId, frameworkId }: { personId: string; frameworkId: string },
): Promise<LedgerEntry[]> {
  if (!canReadLedger(ctx.actor, personId)) throw new DomainError('not-found', 'ledger.not-found');
  return listEntries(ctx.db, { personId, frameworkId });
}
