import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'shihan-tone-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

type Tone = { seconds?: number; from?: number; format?: 'mp3' | 'm4a' | 'wav' | 'ogg' | 'flac' };

/** Silence with a tone of two seconds in it. */
const toneInput = (seconds: number, from: number): string[] => [
  ...['-f', 'lavfi', '-i', `sine=frequency=440:sample_rate=48000:duration=${seconds}`],
  ...['-af', `volume=volume=0:enable='not(between(t,${from},${from + 2}))'`],
];

/** An audio file as an interpreter sends it. */
export const makeTone = ({ seconds = 8, from = 2, format = 'wav' }: Tone = {}): Promise<Buffer> =>
  inFolder(async (folder) => {
    const file = join(folder, `tone.${format}`);
    await run('ffmpeg', ['-v', 'error', ...toneInput(seconds, from), file]);
    return readFile(file);
  });

/** A recording of a moving picture, with or without a sound that has its tone from second 2 on. */
export const makeRecording = ({ seconds = 10, hasSound = true } = {}): Promise<Buffer> =>
  inFolder(async (folder) => {
    const file = join(folder, 'master.mp4');
    const picture = ['-f', 'lavfi', '-i', `testsrc2=size=320x240:rate=25:duration=${seconds}`];
    const codecs = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-c:a', 'aac'];
    await run('ffmpeg', [
      ...[
        '-v',
        'error',
        ...picture,
        ...(hasSound ? toneInput(seconds, 2) : []),
        ...codecs,
        '-shortest',
        file,
      ],
    ]);
    return readFile(file);
  });

const RATE = 8_000;

/** Seconds at which the sound of a file begins and ends to be heard; null: it is silent throughout. */
export const heardIn = (content: Buffer): Promise<{ from: number; to: number; all: number } | null> =>
  inFolder(async (folder) => {
    const [file, raw] = [join(folder, 'in.m4a'), join(folder, 'out.raw')];
    await writeFile(file, content);
    await run('ffmpeg', ['-v', 'error', '-i', file, '-f', 's16le', '-ac', '1', '-ar', String(RATE), raw]);
    const bytes = await readFile(raw);
    const samples = new Int16Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 2));
    const isLoud = (sample: number) => Math.abs(sample) > 1_000;
    const [from, to] = [samples.findIndex(isLoud), samples.findLastIndex(isLoud)];
    return from < 0 ? null : { from: from / RATE, to: to / RATE, all: samples.length / RATE };
  });
