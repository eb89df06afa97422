import { recordAct } from '~/platform/audit/record-act.server';
import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { lockSound, markRemoved } from './data/sounds.server';
import './events';
import type { RemoveSoundInput } from './inputs';
import { removeSoundFileJob } from './jobs.server';
import { requirePreparer } from './policy';

/**
 * The sound is no part of the recording from the next packaged version on, and its file goes; removed twice: nothing
 * happens. Errors: not-found, forbidden.
 */
export async function removeSound(ctx: Ctx, { recordingId, soundId }: RemoveSoundInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { assetId } = await requirePreparer(tx, { recordingId });
    const sound = await lockSound(tx.db, soundId);
    if (!sound || sound.assetId !== assetId) throw new DomainError('not-found', 'sounds.no-such-sound');
    if (!(await markRemoved(tx.db, soundId, tx.clock.now()))) return;
    await tx.jobs.enqueue(removeSoundFileJob, { soundId }, { singletonKey: soundId });
    if (sound.savedAt) await tx.publish({ type: 'sounds.changed', assetId });
    await recordAct(tx, {
      act: 'sounds.removed',
      subject: { type: 'recording', id: recordingId },
      detail: { sound: soundId, lang: sound.lang },
    });
  });
}
