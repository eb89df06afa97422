import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { isUnusableInput, runProgram } from '~/platform/programs/run-ffmpeg.server';
import { strippedArguments } from '../../rules/packaging-commands';
import { requireSpace } from '../local/scratch.server';
import { type PackagingOrder, RefusedMaster } from '../video-provider';
import { masterKeyOf } from './source.server';

/** Copying is bound by the disk: hours of recording take minutes. */
const stripSeconds = 2 * 60 * 60;

/** The first one keeps how a phone was turned; the second one takes what the first does not know. */
const formats = ['mov', 'matroska'] as const;

/**
 * Stores what Mux may fetch of the master: picture and first sound as they are, without what else cameras and people
 * wrote into the file, such as places, names and titles. Once for each order.
 */
export async function stripMaster(ctx: Ctx, { assetId, version, masterKey }: PackagingOrder): Promise<void> {
  const key = masterKeyOf({ assetId, packagingVersion: version });
  if (await ctx.storage.find(key)) return;
  const scratch = join(ctx.config.dataDir, 'scratch');
  await mkdir(scratch, { recursive: true });
  await requireSpace(scratch, (await ctx.storage.find(masterKey))?.bytes ?? 0);
  for (const format of formats) {
    const made = join(scratch, `mux-${newId()}`);
    const args = strippedArguments(ctx.storage.localPath(masterKey), format, made);
    try {
      await runProgram({ program: ctx.config.ffmpegPath, args, seconds: stripSeconds });
      await ctx.storage.put(key, createReadStream(made));
      return;
    } catch (error) {
      if (!isUnusableInput(error)) throw error;
    } finally {
      await rm(made, { force: true });
    }
  }
  throw new RefusedMaster('mux-refused');
}
