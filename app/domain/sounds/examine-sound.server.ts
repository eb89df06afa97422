import { type Ctx, inTransaction } from '~/platform/context';
import { findSound, noteExamined, type StoredSound } from './data/sounds.server';
import type { SoundJobInput } from './inputs';
import { removeSoundFileJob } from './jobs.server';
import './ports';
import { makePreview, probeSound } from './providers/examine-file.server';
import { longestMs, shortestMs } from './rules/limits';
import { type SoundRefusal, UNEXAMINED } from './rules/probe-sound';

/**
 * The job after a file has arrived: reads what it holds by its content, and makes what is listened to. What is no sound,
 * or one of another length than the recording, is refused and its file removed. Runs again without harm; when the last
 * try fails, this is kept beside the file.
 */
export async function examineSound(
  ctx: Ctx,
  { soundId, isLastTry = false }: SoundJobInput & { isLastTry?: boolean },
): Promise<void> {
  const sound = await findSound(ctx.db, soundId);
  if (!sound || sound.removedAt || sound.refusal || sound.durationMs !== null) return;
  const found = await examined(ctx, sound).catch(async (error: unknown) => {
    if (isLastTry) await noteExamined(ctx.db, soundId, { refusal: UNEXAMINED });
    throw error;
  });
  await inTransaction(ctx, async (tx) => {
    await noteExamined(tx.db, soundId, 'refused' in found ? { refusal: found.refused } : found);
    const isOver = 'refused' in found || (await findSound(tx.db, soundId))?.removedAt;
    if (isOver) await tx.jobs.enqueue(removeSoundFileJob, { soundId }, { singletonKey: soundId });
  });
}

async function examined(
  ctx: Ctx,
  sound: StoredSound,
): Promise<{ durationMs: number } | { refused: SoundRefusal }> {
  const found = await probeSound(ctx, sound.fileKey);
  if ('refused' in found) return found;
  const recording = await ctx.ports.recordingForSound(ctx, { assetId: sound.assetId });
  if (found.durationMs < shortestMs) return { refused: 'too-short' };
  if (found.durationMs > longestMs(recording?.durationMs ?? 0)) return { refused: 'too-long' };
  return (await makePreview(ctx, sound)) ? found : { refused: 'unreadable' };
}
