import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { beatAt, type DemoClip, type Scene } from './clip';
import { createPainter } from './paint-frames';
import { firstFiveMinutes } from './scenes/first-five-minutes';
import { kuzushi } from './scenes/kuzushi';
import { safeHall } from './scenes/safe-hall';
import { taiSabaki } from './scenes/tai-sabaki';
import { stageHeight, stageWidth } from './stage';
import { type ToneLang, toneTrack } from './tones';

const scenes: Record<string, Scene> = {
  'tai-sabaki': taiSabaki,
  kuzushi,
  'safe-hall': safeHall,
  'first-five-minutes': firstFiveMinutes,
};

const framesPerSecond = 12.5;

/** The two sounds of every demo recording, in the order of the master's tracks: the floor, then the interpretation. */
export const demoAudioTracks = [
  { lang: 'ja', label: '日本語', tag: 'jpn' },
  { lang: 'ru', label: 'Русский', tag: 'rus' },
] as const satisfies readonly { lang: ToneLang; label: string; tag: string }[];

/** The drawings of a clip; throws when their number is not that of its sentences. */
export function sceneOf(clip: DemoClip): Scene {
  const scene = scenes[clip.id];
  if (!scene || scene.length !== clip.cues.length) {
    throw new Error(`No drawings for the ${clip.cues.length} sentences of the demo clip "${clip.id}"`);
  }
  return scene;
}

async function writeFrames(clip: DemoClip, into: Writable): Promise<void> {
  const scene = sceneOf(clip);
  const paint = createPainter();
  const frames = Math.round((clip.durationMs / 1000) * framesPerSecond);
  for (let frame = 0; frame < frames; frame += 1) {
    const { index, progress } = beatAt(clip, (frame * 1000) / framesPerSecond);
    const picture = scene[index]?.(progress);
    if (picture && !into.write(paint(picture))) await new Promise((resolve) => into.once('drain', resolve));
  }
  into.end();
}

function encoderArguments(sounds: readonly string[], outFile: string): string[] {
  const picture = ['-f', 'rawvideo', '-pix_fmt', 'rgba', '-video_size', `${stageWidth}x${stageHeight}`];
  const inputs = sounds.flatMap((sound) => ['-i', sound]);
  const maps = sounds.flatMap((_, index) => ['-map', `${index + 1}:a`]);
  const tags = demoAudioTracks.flatMap((track, index) => [`-metadata:s:a:${index}`, `language=${track.tag}`]);
  return [
    ...['-hide_banner', '-v', 'error', '-y'],
    ...picture,
    ...['-framerate', String(framesPerSecond), '-i', 'pipe:0', ...inputs, '-map', '0:v', ...maps, ...tags],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '18', '-pix_fmt', 'yuv420p', '-threads', '2'],
    // Without loss, which costs a tenth of the processor: the packaging encodes the sounds for those who listen.
    ...['-c:a', 'alac', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact'],
    ...['-movflags', '+faststart', '-f', 'mp4', outFile],
  ];
}

/**
 * Draws and encodes one demo recording into `outFile` (MP4, 960 × 540, two sounds). The same clip always gives the
 * same pictures and sounds. `ffmpeg` is the encoder's path. Fails when the encoder does or the clip has no drawings.
 */
export async function makeDemoClip(
  clip: DemoClip,
  outFile: string,
  { ffmpeg }: { ffmpeg: string },
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'demo-clip-'));
  try {
    const sounds = demoAudioTracks.map(({ lang }) => join(folder, `${lang}.wav`));
    await Promise.all(
      demoAudioTracks.map(({ lang }, index) => writeFile(sounds[index] ?? '', toneTrack(clip, lang))),
    );
    await encode(clip, ffmpeg, encoderArguments(sounds, outFile));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function encode(clip: DemoClip, ffmpeg: string, args: string[]): Promise<void> {
  const encoder = spawn(ffmpeg, args, { stdio: ['pipe', 'ignore', 'pipe'] });
  let complaint = '';
  encoder.stderr.on('data', (text: Buffer) => {
    complaint = (complaint + text.toString()).slice(-2000);
  });
  const ended = new Promise<void>((resolve, reject) => {
    encoder.once('error', reject);
    encoder.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The encoder stopped: ${complaint}`)),
    );
  });
  const broken = new Promise<never>((_, reject) => encoder.stdin.once('error', reject));
  try {
    await Promise.race([writeFrames(clip, encoder.stdin), ended, broken]);
    await ended;
  } finally {
    encoder.kill('SIGKILL');
  }
}
