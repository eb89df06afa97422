import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { isUnusableInput, probeProgram, runProgram } from '~/platform/programs/run-ffmpeg.server';
import { soundFormats } from '~/platform/programs/sound-input';
import { previewArguments } from '../rules/preview-command';
import { previewKey } from '../rules/preview-token';
import { readSoundProbe, type SoundRefusal } from '../rules/probe-sound';

const probeSeconds = 120;
const previewSeconds = 45 * 60;

/** What a stored file holds, by its content. */
export async function probeSound(
  ctx: Ctx,
  fileKey: string,
): Promise<{ durationMs: number } | { refused: SoundRefusal }> {
  const args = [
    ...['-v', 'error', '-protocol_whitelist', 'file,pipe', '-format_whitelist', soundFormats.join(',')],
    ...['-show_format', '-show_streams', '-of', 'json', '-i', `file:${ctx.storage.localPath(fileKey)}`],
  ];
  const program = probeProgram(ctx.config.ffmpegPath);
  try {
    return readSoundProbe(await runProgram({ program, args, seconds: probeSeconds }));
  } catch (error) {
    if (isUnusableInput(error)) return { refused: 'unreadable' };
    throw error;
  }
}

/** Makes the file that is listened to before the sound goes live; false when this one cannot be decoded. */
export async function makePreview(ctx: Ctx, sound: { id: string; fileKey: string }): Promise<boolean> {
  const scratch = join(ctx.config.dataDir, 'scratch');
  await mkdir(scratch, { recursive: true });
  const made = join(scratch, `sound-${sound.id}.${newId()}.m4a`);
  const args = previewArguments(ctx.storage.localPath(sound.fileKey), made);
  try {
    await runProgram({ program: ctx.config.ffmpegPath, args, seconds: previewSeconds });
    await ctx.storage.put(previewKey(sound.id), createReadStream(made));
    return true;
  } catch (error) {
    if (isUnusableInput(error)) return false;
    throw error;
  } finally {
    await rm(made, { force: true });
  }
}
