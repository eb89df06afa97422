import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { isUnusableInput, runProgram } from '~/platform/programs/run-ffmpeg.server';
import { requireSpace } from '~/platform/storage/require-space.server';
import { strippedArguments } from '../../rules/packaging-commands';
import { type PackagingOrder, RefusedMaster } from '../video-provider';
import { masterKeyOf } from './source.server';

/** Copying is bound by the disk: hours of recording take minutes. */
const stripSeconds = 2 * 60 * 60;

/** The first one keeps how a phone was turned; the second one takes what the first does not know. */
const formats = ['mov', 'matroska'] as const;

interface Strip {
  /** The master on this machine's disk. */
  master: string;
  scratch: string;
  key: string;
}

/** False when neither format takes what the master holds. */
async function storeStripped(ctx: Ctx, { master, scratch, key }: Strip): Promise<boolean> {
  for (const format of formats) {
    const made = join(scratch, `mux-${newId()}`);
    const args = strippedArguments(master, format, made);
    try {
      await runProgram({ program: ctx.config.ffmpegPath, args, seconds: stripSeconds });
      await ctx.storage.put(key, createReadStream(made));
      return true;
    } catch (error) {
      if (!isUnusableInput(error)) throw error;
    } finally {
      await rm(made, { force: true });
    }
  }
  return false;
}

/**
 * Stores what Mux may fetch of the master: picture and first sound as they are, without what else cameras and people
 * wrote into the file, such as places, names and titles. Once for each order.
 */
export async function stripMaster(ctx: Ctx, { assetId, version, masterKey }: PackagingOrder): Promise<void> {
  const key = masterKeyOf({ assetId, packagingVersion: version });
  if (await ctx.storage.find(key)) return;
  const scratch = join(ctx.config.dataDir, 'scratch');
  await mkdir(scratch, { recursive: true });
  await requireSpace(scratch, (await ctx.storage.find(masterKey))?.bytes ?? 0, 3);
  const isStripped = await ctx.storage.withLocalFile(masterKey, scratch, (master) =>
    storeStripped(ctx, { master, scratch, key }),
  );
  if (!isStripped) throw new RefusedMaster('mux-refused');
}
