import type { Ctx } from '~/platform/context';
import { isTaken } from '~/platform/db/refused';
import { DomainError } from '~/platform/errors';
import { insertRequestAct, listRequestsOf, lockRequest } from './data/requests.server';
import { requestState } from './rules/state';

/**
 * Opens a refused request again, inside the caller's transaction, after its refusal did not stand: it waits for a decision
 * as it was asked. The caller authorises, audits and tells the coach. Throws `equivalences.request-not-found`,
 * `equivalences.not-refused`, `equivalences.asked-anew`.
 */
export async function reopenRequest(
  tx: Ctx,
  { requestId, actorId, note }: { requestId: string; actorId: string; note: string },
): Promise<void> {
  const request = await lockRequest(tx.db, requestId);
  if (!request) throw new DomainError('not-found', 'equivalences.request-not-found');
  if (requestState(request.acts) !== 'refused') throw new DomainError('conflict', 'equivalences.not-refused');
  const { personId, levelId } = request;
  const asked = await listRequestsOf(tx.db, { personId, levelId });
  if (asked.some(({ closedAt }) => closedAt === null))
    throw new DomainError('conflict', 'equivalences.asked-anew');
  const made = { act: 'reopen' as const, counts: [], document: '', note, effectiveOn: null };
  const act = { ...made, requestId, actorId, recordedAt: tx.clock.now() };
  // The coach may ask anew in the same instant.
  await insertRequestAct(tx.db, act).catch((error) => {
    throw isTaken(error) ? new DomainError('conflict', 'equivalences.asked-anew') : error;
  });
}
