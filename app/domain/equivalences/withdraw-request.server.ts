import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { insertRequestAct, lockRequest } from './data/requests.server';
import { withdrawRequestSchema } from './inputs';
import { isOpenRequest, requestState } from './rules/state';

/** The coach takes an undecided request back. Throws `equivalences.request-not-found`, `equivalences.request-decided`. */
export async function withdrawRequest(ctx: Ctx, input: { requestId: string }): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw new DomainError('unauthenticated', 'shell.sign-in-first');
  const { requestId } = withdrawRequestSchema.parse(input);
  await inTransaction(ctx, async (tx) => {
    const request = await lockRequest(tx.db, requestId);
    if (request?.personId !== actor.personId)
      throw new DomainError('not-found', 'equivalences.request-not-found');
    const before = requestState(request.acts);
    if (before === 'withdrawn') return;
    if (!isOpenRequest(before)) throw new DomainError('conflict', 'equivalences.request-decided');
    const made = { act: 'withdraw' as const, counts: [], document: '', note: '', effectiveOn: null };
    const recordedAt = tx.clock.now();
    await insertRequestAct(tx.db, { ...made, requestId, actorId: actor.accountId, recordedAt });
    await recordAct(tx, {
      act: 'equivalences.request-withdrawn',
      subject: { type: 'equivalence-request', id: requestId },
      detail: { before },
    });
  });
}
