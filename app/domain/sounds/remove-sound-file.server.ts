import type { Ctx } from '~/platform/context';
import { findSound } from './data/sounds.server';
import type { SoundJobInput } from './inputs';
import { soundFolder } from './rules/preview-token';

/** The clean-up job: of a sound that was removed or refused nothing is kept but the fact that it was there. */
export async function removeSoundFile(ctx: Ctx, { soundId }: SoundJobInput): Promise<void> {
  const sound = await findSound(ctx.db, soundId);
  if (!sound || (sound.removedAt === null && sound.refusal === null)) return;
  await ctx.storage.remove(sound.fileKey);
  await ctx.storage.remove(soundFolder(soundId));
}
