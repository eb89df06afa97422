import type { Rung } from './ladder';
import { masterFormats } from './probe';

/** What the encoder makes of one master; folders and files are relative to the packaging folder. */
export interface PackagingPlan {
  master: string;
  folder: string;
  rungs: readonly Rung[];
  framesPerSecond: number;
  audios: readonly PlannedAudio[];
  durationMs: number;
  threads: number;
  /** Parts that become black and silent, in milliseconds. */
  blank: readonly { startMs: number; endMs: number }[];
}

/** A sound and the name of its files: the master's at a place among its sounds, or one from a file of its own. */
export interface PlannedAudio {
  stream: number | null;
  name: string;
}

export const posterName = 'poster.jpg';
export const rungName = (rung: Rung): string => `v${rung.height}`;
export const singleName = (audio: PlannedAudio | null): string =>
  audio ? `single-${audio.name}.mp4` : 'single.mp4';
export const audioName = (audio: PlannedAudio): string => `audio-${audio.name}.m4a`;
export const soundFolder = (audio: Pick<PlannedAudio, 'name'>): string => `a-${audio.name}`;

/**
 * Names for the sounds by language; a second sound in one language gets its number. The first `own` are the master's, the
 * others come from files of their own.
 */
export function plannedAudios(langs: readonly string[], own = langs.length): PlannedAudio[] {
  return langs.map((lang, place) => {
    const before = langs.slice(0, place).filter((other) => other === lang).length;
    return { stream: place < own ? place : null, name: before === 0 ? lang : `${lang}${before + 1}` };
  });
}

/** The sounds that the encoder takes from the master itself. */
export const ownAudios = ({ audios }: Pick<PackagingPlan, 'audios'>): PlannedAudio[] =>
  audios.filter(({ stream }) => stream !== null);

export const quiet = ['-hide_banner', '-nostdin', '-v', 'error', '-y'];
/** The input may be one file of our own storage: no network, no list of further files. */
const guarded = (file: string) => [
  ...['-protocol_whitelist', 'file,pipe', '-format_whitelist', masterFormats.join(',')],
  ...['-i', `file:${file}`],
];
const keyFrameSeconds = 2;
export const segmentSeconds = 4;

/** Seconds of the parts as the encoder's filters read them; '' without any. */
function during({ blank }: PackagingPlan): string {
  const seconds = (ms: number) => (ms / 1000).toFixed(3);
  return blank.map(({ startMs, endMs }) => `between(t,${seconds(startMs)},${seconds(endMs)})`).join('+');
}

const covered = (plan: PackagingPlan): string =>
  plan.blank.length > 0 ? `,drawbox=x=0:y=0:w=iw:h=ih:color=black:t=fill:enable='${during(plan)}'` : '';

/**
 * EBU R 128 loudness in one dynamic pass, at -16 LUFS with true peaks below -1.5 dB: what AES TD1004 advises for speech
 * on phones, where the -23 LUFS of broadcasting are too quiet for a hall.
 */
export const EVENED = 'loudnorm=I=-16:TP=-1.5:LRA=11';

/**
 * The filters that silence the withdrawn parts of a sound, whose times are those of the picture; none without any. Whole
 * frames are silenced, so they are made so short (some milliseconds) that nothing of a part is heard.
 */
export const silenced = (plan: PackagingPlan): string[] =>
  plan.blank.length > 0 ? ['asetnsamples=n=240:p=0', `volume=volume=0:enable='${during(plan)}'`] : [];

/** Options that even the loudness of a sound, and silence its withdrawn parts. */
const evened = (plan: PackagingPlan, option: string): string[] => [
  option,
  [EVENED, ...silenced(plan)].join(','),
];

function scaling(plan: PackagingPlan): string {
  const { rungs, framesPerSecond } = plan;
  const split = `[0:v:0]fps=${framesPerSecond}${covered(plan)},split=${rungs.length}${rungs.map((_, index) => `[s${index}]`).join('')}`;
  const scaled = rungs.map(
    ({ width, height }, index) =>
      `[s${index}]scale=${width}:${height}:flags=bicubic,setsar=1,format=yuv420p[v${index}]`,
  );
  return [split, ...scaled].join(';');
}

const pictureOptions = (rung: Rung, index: number): string[] => [
  ...['-map', `[v${index}]`, `-crf:v:${index}`, String(rung.quality)],
  ...[`-maxrate:v:${index}`, `${rung.videoKbps}k`, `-bufsize:v:${index}`, `${rung.videoKbps}k`],
];

/** How every sound is packaged. */
export const packagedSound = ['-c:a', 'aac', '-b:a', '64k', '-ac', '2', '-ar', '48000'];

/**
 * HLS in fragmented MP4: every quality with key frames at the same moments, every sound of the master apart.
 * Progress is written to standard output.
 */
export function hlsArguments(plan: PackagingPlan): string[] {
  const { rungs, folder } = plan;
  const audios = ownAudios(plan);
  const variants = [
    ...rungs.map((rung, index) => `v:${index},name:${rungName(rung)}`),
    ...audios.map((audio, index) => `a:${index},name:${soundFolder(audio)}`),
  ];
  return [
    ...[...quiet, '-progress', 'pipe:1', '-threads', String(plan.threads), ...guarded(plan.master)],
    ...['-filter_complex', scaling(plan), ...rungs.flatMap(pictureOptions)],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', 'main', '-threads', String(plan.threads)],
    ...['-sc_threshold', '0', '-force_key_frames', `expr:gte(t,n_forced*${keyFrameSeconds})`],
    ...audios.flatMap((audio) => ['-map', `0:a:${audio.stream}`]),
    ...(audios.length > 0 ? packagedSound : []),
    ...audios.flatMap((_audio, index) => evened(plan, `-filter:a:${index}`)),
    ...['-map_metadata', '-1', '-f', 'hls', '-hls_time', String(segmentSeconds), '-hls_playlist_type', 'vod'],
    ...[
      '-hls_segment_type',
      'fmp4',
      '-hls_flags',
      'independent_segments',
      '-var_stream_map',
      variants.join(' '),
    ],
    ...['-hls_fmp4_init_filename', 'init.mp4', '-hls_segment_filename', `${folder}/%v/%05d.m4s`],
    `${folder}/%v/index.m3u8`,
  ];
}

/** The master's picture and first sound as they are, and nothing else of what the file tells. */
export const strippedArguments = (master: string, format: 'mov' | 'matroska', into: string): string[] => [
  ...[...quiet, ...guarded(master), '-map', '0:v:0', '-map', '0:a:0?', '-c', 'copy'],
  ...['-map_metadata', '-1', '-map_metadata:s', '-1', '-map_chapters', '-1', '-f', format, into],
];

/** A moment a fifth into the recording, or the first later one that is not withdrawn; black when all of it is. */
function posterMs({ durationMs, blank }: PackagingPlan): number {
  let at = durationMs / 5;
  for (const { startMs, endMs } of [...blank].sort((a, b) => a.startMs - b.startMs))
    if (at >= startMs && at < endMs) at = endMs;
  return Math.min(at, Math.max(0, durationMs - 100));
}

export function posterArguments(plan: PackagingPlan): string[] {
  const moment = (posterMs(plan) / 1000).toFixed(3);
  return [
    ...[...quiet, '-ss', moment, ...guarded(plan.master), '-frames:v', '1', '-map_metadata', '-1'],
    ...[
      '-vf',
      "scale='min(960,iw)':-2,setsar=1",
      '-q:v',
      '5',
      '-f',
      'image2',
      `${plan.folder}/${posterName}`,
    ],
  ];
}

/** A packaged track as one file of ours. */
const packed = (file: string) => ['-protocol_whitelist', 'file,pipe', '-f', 'mov', '-i', `file:${file}`];

/**
 * A file of sound alone for each language: 32 kbit/s, one channel, from the packaged sound, which is evened already.
 * `joined(name)` is the path of a packaged track as one file.
 */
export const soundArguments = (plan: PackagingPlan, joined: (name: string) => string): string[][] =>
  plan.audios.map((audio) => [
    ...[
      ...quiet,
      ...packed(joined(soundFolder(audio))),
      '-map',
      '0:a:0',
      '-vn',
      '-c:a',
      'aac',
      '-b:a',
      '32k',
    ],
    ...['-ac', '1', '-ar', '32000', '-map_metadata', '-1', '-movflags', '+faststart', '-f', 'ipod'],
    `${plan.folder}/${audioName(audio)}`,
  ]);

/**
 * One small file for each sound for the browser's own player, from the already packaged lowest quality: nothing is
 * encoded twice. `joined(name)` is the path of a packaged track as one file.
 */
export function singleArguments(plan: PackagingPlan, joined: (name: string) => string): string[][] {
  const [lowest] = plan.rungs;
  if (!lowest) return [];
  const input = (name: string) => packed(joined(name));
  const sounds = plan.audios.length > 0 ? plan.audios : [null];
  return sounds.map((audio) => [
    ...[...quiet, ...input(rungName(lowest)), ...(audio ? input(soundFolder(audio)) : [])],
    ...['-map', '0:v:0', ...(audio ? ['-map', '1:a:0'] : []), '-c', 'copy', '-movflags', '+faststart'],
    ...['-f', 'mp4', `${plan.folder}/${singleName(audio)}`],
  ]);
}

/** Per cent done of a recording, from the encoder's progress lines; null when the text says nothing about it. */
export function percentDone(progress: string, durationMs: number): number | null {
  const last = [...progress.matchAll(/^out_time_us=(\d+)$/gm)].at(-1)?.[1];
  return last === undefined ? null : Math.min(100, Math.floor(Number(last) / 10 / durationMs));
}
