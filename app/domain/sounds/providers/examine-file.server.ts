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

const scratchOf = ({ config }: Ctx): string => join(config.dataDir, 'scratch');

const probeArguments = (file: string): string[] => [
  ...['-v', 'error', '-protocol_whitelist', 'file,pipe', '-format_whitelist', soundFormats.join(',')],
  ...['-show_format', '-show_streams', '-of', 'json', '-i', `file:${file}`],
];

/** What a stored file holds, by its content. */
export async function probeSound(
  ctx: Ctx,
  fileKey: string,
): Promise<{ durationMs: number } | { refused: SoundRefusal }> {
  const program = probeProgram(ctx.config.ffmpegPath);
  try {
    const output = await ctx.storage.withLocalFile(fileKey, scratchOf(ctx), (file) =>
      runProgram({ program, args: probeArguments(file), seconds: probeSeconds }),
    );
    return readSoundProbe(output);
  } catch (error) {
    if (isUnusableInput(error)) return { refused: 'unreadable' };
    throw error;
  }
}

/** Makes the file that is listened to before the sound goes live; false when this one cannot be decoded. */
export async function makePreview(ctx: Ctx, sound: { id: string; fileKey: string }): Promise<boolean> {
  const scratch = scratchOf(ctx);
  await mkdir(scratch, { recursive: true });
  const made = join(scratch, `sound-${sound.id}.${newId()}.m4a`);
  const program = ctx.config.ffmpegPath;
  try {
    await ctx.storage.withLocalFile(sound.fileKey, scratch, (file) =>
      runProgram({ program, args: previewArguments(file, made), seconds: previewSeconds }),
    );
    await ctx.storage.put(previewKey(sound.id), createReadStream(made));
    return true;
  } catch (error) {
    if (isUnusableInput(error)) return false;
    throw error;
  } finally {
    await rm(made, { force: true });
  }
}
