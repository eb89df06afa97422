import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { raiseContentVersion } from '~/platform/db/content-version.server';
import { DomainError } from '~/platform/errors';
import { newId } from '~/platform/ids';
import { insertSpan, listSpans } from './data/spans.server';
import './events';
import type { WithdrawSpanInput } from './inputs';
import { requireKeeper } from './policy';

/** So many parts of one recording; whoever needs more withdraws the recording. */
const MOST = 100;

/**
 * Takes seconds of a recording away from every viewer, for ever; the same ones again: nothing happens. Errors:
 * not-found, forbidden; invalid when the end is not after the start or lies beyond the recording, or there are too many.
 */
export async function withdrawSpan(
  ctx: Ctx,
  { recordingId, startMs, endMs }: WithdrawSpanInput,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { assetId, durationMs } = await requireKeeper(tx, recordingId);
    if (endMs <= startMs) throw new DomainError('invalid', 'consents.end-before-start', { field: 'to' });
    if (durationMs !== null && startMs >= durationMs)
      throw new DomainError('invalid', 'consents.beyond-the-end', { field: 'from' });
    if ((await listSpans(tx.db, assetId)).length >= MOST)
      throw new DomainError('invalid', 'consents.too-many-spans');
    const by = { markedAt: tx.clock.now(), markedBy: tx.actor?.accountId ?? '' };
    if (!(await insertSpan(tx.db, { id: newId(), recordingId, assetId, startMs, endMs, ...by }))) return;
    await tx.publish({ type: 'span.withdrawn', recordingId, assetId });
    await raiseContentVersion(tx);
    await recordAct(tx, {
      act: 'consents.span-withdrawn',
      subject: { type: 'recording', id: recordingId },
      detail: { startMs, endMs },
    });
  });
}
