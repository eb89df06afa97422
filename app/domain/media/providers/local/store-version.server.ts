import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Ctx } from '~/platform/context';
import { inParallel } from '~/platform/in-parallel';
import { isVersionNext } from '../../data/assets.server';
import { masterName, versionFolder } from '../../rules/media-path';
import type { PackagingOrder } from '../video-provider';

/** Files on their way into storage at the same time: each holds at most the few parts that `put` holds. */
const atOnce = 4;

/** Everything below a finished folder, by path. */
export async function packagedPaths(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/**
 * Copies the finished folder into storage, over what an earlier run left there; the master playlist last, so that a half
 * copy has no beginning. As soon as another run was faster nothing more is written: what lies there plays.
 */
export async function storeVersion(
  ctx: Ctx,
  { assetId, version }: PackagingOrder,
  folder: string,
): Promise<void> {
  const target = versionFolder(assetId, version);
  const put = async (path: string) => {
    if (!(await isVersionNext(ctx.db, assetId, version))) return;
    await ctx.storage.put(target + path, createReadStream(join(folder, path)));
  };
  const paths = await packagedPaths(folder);
  await inParallel(
    paths.filter((path) => path !== masterName),
    atOnce,
    put,
  );
  await put(masterName);
}
