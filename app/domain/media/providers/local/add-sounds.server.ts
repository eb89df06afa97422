import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Ctx } from '~/platform/context';
import { runProgram } from '~/platform/programs/run-ffmpeg.server';
import type { Storage } from '~/platform/storage/storage';
import { addedSoundArguments } from '../../rules/added-sound';
import { versionFolder } from '../../rules/media-path';
import {
  ownAudios,
  type PackagingPlan,
  percentDone,
  rungName,
  soundFolder,
} from '../../rules/packaging-commands';
import type { PackagingOrder } from '../video-provider';

/** A sound is packaged many times faster than it is heard; it is stopped when it needs longer, or ten minutes. */
const secondsFor = ({ durationMs }: PackagingPlan) => Math.max(600, durationMs / 1000);

/** Packages the added sounds beside the master's, each as a track of its own. */
export async function addSounds(
  ctx: Ctx,
  { added }: PackagingOrder,
  plan: PackagingPlan,
  report: (percent: number) => void,
): Promise<void> {
  const audios = plan.audios.filter(({ stream }) => stream === null);
  for (const [index, sound] of added.entries()) {
    const audio = audios[index];
    if (!audio) throw new Error('An added sound was not planned');
    const folder = join(plan.folder, soundFolder(audio));
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder);
    await ctx.storage.withLocalFile(sound.fileKey, join(ctx.config.dataDir, 'scratch'), (file) =>
      runProgram({
        program: ctx.config.ffmpegPath,
        args: addedSoundArguments(plan, audio, { file, offsetMs: sound.offsetMs }),
        seconds: secondsFor(plan),
        onOutput: (text) => {
          const percent = percentDone(text, plan.durationMs);
          if (percent !== null) report(Math.floor((index * 100 + percent) / added.length));
        },
      }),
    );
  }
}

/**
 * Takes the pictures and the master's own sounds from the version that has the same ones, where there is one: only what
 * was added is encoded. False when something of it is not there.
 */
export async function takePictures(
  storage: Storage,
  { assetId, samePicturesAs }: PackagingOrder,
  plan: PackagingPlan,
): Promise<boolean> {
  if (samePicturesAs === null) return false;
  const before = versionFolder(assetId, samePicturesAs);
  const names = [...plan.rungs.map(rungName), ...ownAudios(plan).map(soundFolder)];
  const found = await Promise.all(names.map((name) => storage.list(`${before}${name}/`)));
  if (found.some((keys) => !keys.some((key) => key.endsWith('/index.m3u8')))) return false;
  for (const name of names) await mkdir(join(plan.folder, name), { recursive: true });
  for (const [index, keys] of found.entries()) {
    const folder = join(plan.folder, names[index] ?? '');
    for (const key of keys) await pipeline(storage.read(key), createWriteStream(join(folder, basename(key))));
  }
  return true;
}
