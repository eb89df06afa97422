import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { newId } from '~/platform/ids';

/** Packaging keeps at most this many times the master's size on the disk at once. */
const sizeFactor = 3;

/**
 * A folder for one run, removed at its end together with what runs that were killed left behind for the same asset.
 * Throws before anything is written when the disk has not three times the master's size free.
 */
export async function inScratch<T>(
  place: { dataDir: string; assetId: string; masterBytes: number },
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const scratch = join(place.dataDir, 'scratch');
  await mkdir(scratch, { recursive: true });
  const leftOver = (await readdir(scratch)).filter((name) => name.startsWith(`${place.assetId}.`));
  await Promise.all(leftOver.map((name) => rm(join(scratch, name), { recursive: true, force: true })));
  const { bavail, bsize } = await statfs(scratch);
  if (bavail * bsize < place.masterBytes * sizeFactor) {
    throw new Error(`Packaging needs ${place.masterBytes * sizeFactor} bytes free in ${scratch}`);
  }
  const folder = join(scratch, `${place.assetId}.${newId()}`);
  await mkdir(folder);
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Writes files one after the other into one. */
export async function joinFiles(parts: readonly string[], into: string): Promise<void> {
  for (const [index, part] of parts.entries()) {
    await pipeline(createReadStream(part), createWriteStream(into, { flags: index === 0 ? 'w' : 'a' }));
  }
}
