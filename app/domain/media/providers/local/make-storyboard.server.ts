import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '~/platform/programs/run-ffmpeg.server';
import { type PackagingPlan, rungName } from '../../rules/packaging-commands';
import {
  sheetCount,
  sheetName,
  storyboardArguments,
  storyboardName,
  storyboardVtt,
  tileSize,
} from '../../rules/storyboard';
import type { PackagedFile } from '../video-provider';
import { joinTrack } from './write-master-playlist.server';

/** Drawing reads two pictures a second of a small file; it is stopped when it needs longer than the recording. */
const secondsFor = (plan: PackagingPlan) => Math.max(120, plan.durationMs / 1000);

const drawnMs = (progress: string): number =>
  Number([...progress.matchAll(/^out_time_us=(\d+)$/gm)].at(-1)?.[1] ?? 0) / 1000;

/**
 * Pictures of the recording for its timeline, into the packaging folder: sheets and the list that names their parts.
 * Needs the packaged lowest quality. Gives the file of the list, with the bytes of everything together.
 */
export async function makeStoryboard(
  ffmpeg: string,
  plan: PackagingPlan,
  report: (percent: number) => void,
): Promise<PackagedFile[]> {
  const [rung] = plan.rungs;
  if (!rung) return [];
  const { folder, durationMs } = plan;
  const picture = await joinTrack(plan, rungName(rung));
  await runProgram({
    program: ffmpeg,
    args: storyboardArguments({ folder, durationMs, picture, rung }),
    seconds: secondsFor(plan),
    onOutput: (text) => report(Math.min(100, Math.floor((drawnMs(text) * 100) / durationMs))),
  });
  await writeFile(join(folder, storyboardName), storyboardVtt(durationMs, tileSize(rung)));
  const wanted = Array.from({ length: sheetCount(durationMs) }, (_, index) => sheetName(index + 1));
  const made = await readdir(folder);
  const missing = wanted.find((sheet) => !made.includes(sheet));
  if (missing) throw new Error(`The storyboard lacks ${missing}`);
  const sizes = await Promise.all(
    [...wanted, storyboardName].map(async (name) => (await stat(join(folder, name))).size),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return [{ kind: 'storyboard', lang: null, height: null, bytes, path: storyboardName }];
}
