import { type Ctx, inTransaction } from '~/platform/context';
import { DomainError } from '~/platform/errors';
import { forgetFailure, lockSound } from './data/sounds.server';
import type { ExamineAgainInput } from './inputs';
import { examineSoundJob } from './jobs.server';
import { requirePreparer } from './policy';

/**
 * A sound that could not be looked at is looked at again; of any other sound nothing changes. Errors: not-found,
 * forbidden.
 */
export async function examineAgain(ctx: Ctx, { recordingId, soundId }: ExamineAgainInput): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const { assetId } = await requirePreparer(tx, { recordingId });
    const sound = await lockSound(tx.db, soundId);
    if (!sound || sound.assetId !== assetId || sound.removedAt)
      throw new DomainError('not-found', 'sounds.no-such-sound');
    if (!(await forgetFailure(tx.db, soundId))) return;
    await tx.jobs.enqueue(examineSoundJob, { soundId }, { singletonKey: soundId });
  });
}
