import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { useWorld } from '../../support/database';
import { heardIn } from '../sounds/tones';
import { packaged } from './masters';

const world = useWorld();
const run = promisify(execFile);

/** The flash and the tone are there from this second on, for half a second. */
const AT = 3;
const during = `enable='between(t,${AT},${AT + 0.5})'`;

/** HEVC of 10 bits, pictures at uneven times, 5.1 sound with words in the centre alone, held upright: turned by 90°. */
async function filmed(folder: string): Promise<Buffer> {
  const [flat, turned] = [join(folder, 'flat.mov'), join(folder, 'turned.mov')];
  const picture = [
    'drawbox=w=iw/2:t=fill:color=gray',
    `drawbox=t=fill:color=white:${during}`,
    "select='not(between(n,30,80)*mod(n,3))'",
  ].join(',');
  const centre = 'pan=5.1|FL=0*c0|FR=0*c0|FC=c0|LFE=0*c0|BL=0*c0|BR=0*c0';
  await run('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', 'color=black:size=320x180:rate=30:duration=6'],
    ...['-f', 'lavfi', '-i', 'sine=frequency=440:sample_rate=48000:duration=6'],
    ...['-vf', picture, '-af', `volume=0:enable='not(between(t,${AT},${AT + 0.5}))',${centre}`],
    ...['-vsync', 'vfr', '-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=none'],
    ...['-pix_fmt', 'yuv420p10le', '-tag:v', 'hvc1', '-c:a', 'aac', flat],
  ]);
  await run('ffmpeg', [
    ...['-v', 'error', '-i', flat, '-map', '0', '-c', 'copy', '-metadata:s:v:0', 'rotate=90', turned],
  ]);
  return readFile(turned);
}

type Frame = { second: number; top: number; bottom: number };

/** Every picture of a file: when it is shown, and how light its two halves are (0 to 255). */
async function framesOf(file: string): Promise<Frame[]> {
  const { stdout } = await run('ffprobe', [
    ...['-v', 'error', '-select_streams', 'v:0', '-show_entries', 'frame=pts_time', '-of', 'csv=p=0', file],
  ]);
  const raw = `${file}.raw`;
  const small = ['-vf', 'scale=1:2:flags=area,format=gray', '-vsync', 'passthrough', '-f', 'rawvideo'];
  await run('ffmpeg', ['-v', 'error', '-i', file, ...small, raw]);
  const bytes = await readFile(raw);
  return stdout
    .trim()
    .split('\n')
    .map((time, index) => ({
      second: Number.parseFloat(time),
      top: bytes[index * 2] ?? 0,
      bottom: bytes[index * 2 + 1] ?? 0,
    }));
}

it('a camera’s file plays upright, with picture and sound at the same moment', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shihan-camera-'));
  try {
    const assetId = await packaged(world.current, await filmed(folder));
    const { services } = world.current;
    const asset = await services.database.client.mediaAsset.findUniqueOrThrow({ where: { id: assetId } });
    expect([asset.width, asset.height, asset.failure]).toEqual([180, 320, null]);
    const file = join(folder, 'single.mp4');
    const content = await buffer(services.storage.read(`media/${assetId}/1/single-ja.mp4`));
    await writeFile(file, content);
    const frames = await framesOf(file);
    const before = frames.find(({ second }) => second > 0.5);
    // The file says: a quarter turn against the clock, which brings its left half down.
    expect(before?.top).toBeLessThan(40);
    expect(before?.bottom).toBeGreaterThan(100);
    const flash = frames.find(({ top }) => top > 200)?.second ?? 0;
    const tone = await heardIn(content);
    expect(Math.abs(flash - AT)).toBeLessThan(0.07);
    expect(Math.abs((tone?.from ?? 0) - AT)).toBeLessThan(0.07);
    const { stdout } = await run('ffprobe', [
      ...['-v', 'error', '-show_entries', 'stream=codec_name,pix_fmt,channels', '-of', 'csv=p=0', file],
    ]);
    expect(stdout.trim().split('\n')).toEqual(['h264,yuv420p', 'aac,2']);
  } finally {
    await rm(folder, { recursive: true });
  }
});
