import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { packageAsset } from '~/domain/media/package-asset.server';
import { registerMaster } from '~/domain/media/register-master.server';
import type { Ctx } from '~/platform/context';
import { actorWith, type TestWorld } from '../../support/database';

const run = promisify(execFile);

export const instructor = actorWith(['instructor']);

const tracks = [
  { lang: 'ja', label: '日本語' },
  { lang: 'ru', label: 'Русский' },
] as const;

type MasterOptions = { seconds?: number; size?: string; rotate?: number; tags?: string[] };

const made = new Map<string, Promise<Buffer>>();

/**
 * A real recording of `seconds`: a moving picture and two sounds, turned as phones do it (degrees), with `tags`. The same
 * options give the same bytes, which are made once a process.
 */
export function makeMaster(options: MasterOptions = {}): Promise<Buffer> {
  const key = JSON.stringify(options);
  const master = made.get(key) ?? encodeMaster(options);
  made.set(key, master);
  return master;
}

async function encodeMaster(options: MasterOptions): Promise<Buffer> {
  const { seconds = 9, size = '426x240', rotate = 0, tags = [] } = options;
  const folder = await mkdtemp(join(tmpdir(), 'shihan-master-'));
  const [upright, file] = [join(folder, 'upright.mp4'), join(folder, 'master.mp4')];
  const sounds = ['330', '440'].flatMap((pitch) => [
    '-f',
    'lavfi',
    '-i',
    `sine=frequency=${pitch}:duration=${seconds}`,
  ]);
  await run('ffmpeg', [
    ...['-v', 'error', '-f', 'lavfi', '-i', `testsrc2=size=${size}:rate=25:duration=${seconds}`, ...sounds],
    ...[
      '-map',
      '0:v',
      '-map',
      '1:a',
      '-map',
      '2:a',
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-pix_fmt',
      'yuv420p',
    ],
    ...['-c:a', 'aac', upright],
  ]);
  const turn = ['-metadata:s:v:0', `rotate=${rotate}`, ...tags.flatMap((tag) => ['-metadata', tag])];
  await run('ffmpeg', ['-v', 'error', '-i', upright, '-map', '0', '-c', 'copy', ...turn, file]);
  const content = await readFile(file);
  await rm(folder, { recursive: true });
  return content;
}

export const register = async (ctx: Ctx, content: Buffer): Promise<string> =>
  (await registerMaster(ctx, { content: Readable.from([content]), audioTracks: [...tracks] })).assetId;

/** A registered and packaged asset. */
export async function packaged(world: TestWorld, content: Buffer): Promise<string> {
  const assetId = await register(world.ctx(instructor), content);
  await packageAsset(world.ctx(), { assetId, version: 1 });
  return assetId;
}
