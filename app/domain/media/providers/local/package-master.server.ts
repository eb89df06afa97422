import { readdir, rename, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isLang, LANG_NAMES } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { runProgram } from '~/platform/programs/run-ffmpeg.server';
import type { AudioTrackInput } from '../../inputs';
import { ladderFor, packagedFrameRate } from '../../rules/ladder';
import {
  audioName,
  hlsArguments,
  type PackagingPlan,
  percentDone,
  plannedAudios,
  posterArguments,
  posterName,
  rungName,
  singleArguments,
  singleName,
  soundArguments,
  soundFolder,
} from '../../rules/packaging-commands';
import type { ProbedMaster } from '../../rules/probe';
import type { PackagedFile, PackagedVersion, PackagingOrder, RunStep } from '../video-provider';
import { addSounds, takePictures } from './add-sounds.server';
import { makeStoryboard } from './make-storyboard.server';
import { probeMaster } from './probe-master.server';
import { freshFolder, inScratch, onceEach } from './scratch.server';
import { packagedPaths, storeVersion } from './store-version.server';
import { joinTrack, type TrackBytes, writeMasterPlaylist } from './write-master-playlist.server';

/** Leaves one processor to the web server. */
const threads = Math.max(1, Math.min(4, availableParallelism() - 1));

/** The encoder is stopped when it needs longer than this many times the recording, but never before ten minutes. */
const patience = 20;

interface Run {
  ctx: Ctx;
  order: PackagingOrder;
  plan: PackagingPlan;
  sounds: readonly AudioTrackInput[];
}

/** The sounds as named when the master came; without names, as the master's own tags say. */
function soundsOf(order: PackagingOrder, probed: ProbedMaster): AudioTrackInput[] {
  return probed.audioLangs.map((tag, index) => {
    const named = order.audioTracks[index];
    const lang = named?.lang ?? tag ?? order.audioTracks[0]?.lang;
    const known = isLang(lang) ? lang : 'ja';
    return { lang: known, label: named?.label ?? LANG_NAMES[known].own };
  });
}

function planOf(
  files: { master: string; folder: string },
  probed: ProbedMaster,
  sounds: readonly AudioTrackInput[],
  blank: PackagingOrder['blank'],
): PackagingPlan {
  return {
    ...files,
    blank,
    rungs: ladderFor(probed),
    framesPerSecond: packagedFrameRate(probed.framesPerSecond),
    audios: plannedAudios(
      sounds.map(({ lang }) => lang),
      probed.audioLangs.length,
    ),
    durationMs: probed.durationMs,
    threads,
  };
}

const secondsFor = (plan: PackagingPlan) => Math.max(600, (plan.durationMs / 1000) * patience);

async function encode({ ctx, order, plan }: Run, report: (percent: number) => void): Promise<void> {
  if (await takePictures(ctx.storage, order, plan)) return;
  const seconds = secondsFor(plan);
  const program = ctx.config.ffmpegPath;
  await runProgram({
    program,
    seconds,
    args: hlsArguments(plan),
    onOutput: (text) => {
      const percent = percentDone(text, plan.durationMs);
      if (percent !== null) report(percent);
    },
  });
}

/** Into a folder of their own first: a killed run's program may still write where it was told to. */
async function makeSmallFiles({ ctx, plan }: Run, scratch: string): Promise<void> {
  const joined = new Map<string, string>();
  const names = [...plan.rungs.slice(0, 1).map(rungName), ...plan.audios.map(soundFolder)];
  for (const name of names) joined.set(name, await joinTrack(plan, name));
  const folder = await freshFolder(scratch, 'small');
  const own = { ...plan, folder };
  const fileOf = (name: string) => joined.get(name) ?? '';
  const commands = [posterArguments(own), ...soundArguments(own, fileOf), ...singleArguments(own, fileOf)];
  for (const args of commands)
    await runProgram({ program: ctx.config.ffmpegPath, args, seconds: secondsFor(plan) });
  for (const name of await readdir(folder)) await rename(join(folder, name), join(plan.folder, name));
}

async function listFiles({ plan, sounds }: Run, bytes: TrackBytes): Promise<PackagedFile[]> {
  const sized = async (file: Omit<PackagedFile, 'bytes'>): Promise<PackagedFile> => ({
    ...file,
    bytes: (await stat(join(plan.folder, file.path))).size,
  });
  const shorter = (rung: { width: number; height: number }) => Math.min(rung.width, rung.height);
  const lowest = plan.rungs[0];
  const sound = bytes.get(plan.audios[0] ? soundFolder(plan.audios[0]) : '') ?? 0;
  const qualities = plan.rungs.map((rung): PackagedFile => {
    const path = `${rungName(rung)}/index.m3u8`;
    return {
      kind: 'hls',
      lang: null,
      height: shorter(rung),
      bytes: (bytes.get(rungName(rung)) ?? 0) + sound,
      path,
    };
  });
  const singles = (plan.audios.length > 0 ? plan.audios : [null]).map((audio, index) =>
    sized({
      kind: 'single',
      lang: sounds[index]?.lang ?? null,
      height: lowest ? shorter(lowest) : null,
      path: singleName(audio),
    }),
  );
  const audios = plan.audios.map((audio, index) =>
    sized({ kind: 'audio', lang: sounds[index]?.lang ?? null, height: null, path: audioName(audio) }),
  );
  const poster = sized({ kind: 'poster', lang: null, height: null, path: posterName });
  return [...qualities, ...(await Promise.all([...singles, ...audios, poster]))];
}

/** What the steps after the encoder make of one version. */
async function finish(run: Run, scratch: string, step: RunStep): Promise<PackagedFile[]> {
  if (run.order.added.length > 0)
    await step('sounds', (report) => addSounds(run.ctx, run.order, run.plan, report));
  const files = await step('small-files', async () => {
    await makeSmallFiles(run, scratch);
    return listFiles(run, await writeMasterPlaylist(run.plan, run.sounds));
  });
  const pictures = await step('storyboard', (report) =>
    makeStoryboard(run.ctx.config.ffmpegPath, run.plan, report),
  );
  await step('store', () => storeVersion(run.ctx, run.order, run.plan.folder));
  return [...files, ...pictures];
}

interface FileRun {
  ctx: Ctx;
  order: PackagingOrder;
  /** The master on this machine's disk. */
  master: string;
  scratch: string;
}

async function packageFile(
  { ctx, order, master, scratch }: FileRun,
  step: RunStep,
): Promise<PackagedVersion> {
  const { masterSha256, blank, added } = order;
  const probed = await step('probe', () => probeMaster(ctx.config.ffmpegPath, master, masterSha256));
  const own = soundsOf(order, probed);
  const sounds = [...own, ...added];
  const planIn = (folder: string) => planOf({ master, folder }, probed, sounds, blank);
  const { folder } = await step('encode', async (report) => {
    const fresh = await freshFolder(scratch, 'out');
    await encode({ ctx, order, sounds, plan: planIn(fresh) }, report);
    return { folder: fresh };
  });
  const run: Run = { ctx, order, sounds, plan: planIn(folder) };
  const files = await finish(run, scratch, step);
  const { durationMs, width, height } = probed;
  const { framesPerSecond } = run.plan;
  const stored = await packagedPaths(folder);
  return { durationMs, width, height, framesPerSecond, audioTracks: own, added, files, stored };
}

/**
 * Makes one version of a master: probe, encode, added sounds, small files, storyboard, store. A run that follows a crash goes on with
 * the step that was not finished; what was done is not done again.
 */
export async function packageMaster(
  ctx: Ctx,
  order: PackagingOrder,
  runStep: RunStep,
): Promise<PackagedVersion> {
  const { assetId, version, masterKey, blank, added } = order;
  const masterBytes = (await ctx.storage.find(masterKey))?.bytes ?? 0;
  const place = { dataDir: ctx.config.dataDir, assetId, version, blank, added, masterBytes };
  return inScratch(place, async (scratch) => {
    const copies = await freshFolder(scratch, 'master');
    return ctx.storage.withLocalFile(masterKey, copies, (master) =>
      packageFile({ ctx, order, master, scratch }, onceEach(scratch, runStep)),
    );
  });
}
