import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { markConsentWithdrawn } from './data/persons.server';
import './events';
import type { WithdrawConsentInput } from './inputs';
import { requireKeeper } from './policy';

/** Somebody wants to be seen no more; which seconds those are is marked apart. Again: nothing happens. */
export async function withdrawConsent(
  ctx: Ctx,
  { recordingId, personId: id }: WithdrawConsentInput,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { assetId } = await requireKeeper(tx, recordingId);
    if (!(await markConsentWithdrawn(tx.db, { id, recordingId }, tx.clock.now()))) return;
    await tx.publish({ type: 'consents.changed', recordingId, assetId });
    await recordAct(tx, {
      act: 'consents.withdrawn',
      subject: { type: 'recording', id: recordingId },
      detail: { personShown: id },
    });
  });
}
