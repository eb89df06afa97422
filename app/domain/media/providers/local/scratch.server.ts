import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { newId } from '~/platform/ids';
import { requireSpace } from '~/platform/storage/require-space.server';
import { RefusedMaster, type RunStep } from '../video-provider';

/** Milliseconds after which a folder that no run came back to is removed. */
const forgottenAfter = 7 * 86_400_000;

/** Other runs end and take away their files while these are read. */
function nullWhenGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

/** What runs left behind that cannot be gone on with: other versions of this asset, and whatever nobody came back to. */
async function removeLeftOvers(scratch: string, assetId: string, own: string): Promise<void> {
  for (const name of await readdir(scratch)) {
    if (name === own) continue;
    const seen = await stat(join(scratch, name)).catch(nullWhenGone);
    if (!seen) continue;
    if (name.startsWith(`${assetId}.`) || Date.now() - seen.mtimeMs > forgottenAfter)
      await rm(join(scratch, name), { recursive: true, force: true });
  }
}

type Place = {
  dataDir: string;
  assetId: string;
  version: number;
  blank: readonly { startMs: number; endMs: number }[];
  added: readonly { id: string; lang: string; label: string; offsetMs: number }[];
  masterBytes: number;
};

/** Names what the version is made of: what an earlier run made before a part or a sound was changed is of no use. */
const markOf = ({ blank, added }: Pick<Place, 'blank' | 'added'>): string =>
  createHash('sha256')
    .update(JSON.stringify(blank.map(({ startMs, endMs }) => [startMs, endMs])))
    .update(JSON.stringify(added.map(({ id, lang, label, offsetMs }) => [id, lang, label, offsetMs])))
    .digest('hex')
    .slice(0, 12);

/**
 * A folder for the runs of one version: a run that was killed or failed is gone on with by the next one, which finds what
 * was finished. Removed at the end, and when the master is refused. Throws before anything is written when the disk has
 * not three times the master's size free.
 */
export async function inScratch<T>(place: Place, work: (folder: string) => Promise<T>): Promise<T> {
  const scratch = join(place.dataDir, 'scratch');
  const own = `${place.assetId}.v${place.version}-${markOf(place)}`;
  await mkdir(scratch, { recursive: true });
  await removeLeftOvers(scratch, place.assetId, own);
  const folder = join(scratch, own);
  const isNew = (await mkdir(folder, { recursive: true })) !== undefined;
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 });
  try {
    if (isNew) await requireSpace(scratch, place.masterBytes, 3);
  } catch (error) {
    await remove();
    throw error;
  }
  try {
    const made = await work(folder);
    await remove();
    return made;
  } catch (error) {
    if (error instanceof RefusedMaster) await remove();
    throw error;
  }
}

/** Runs steps so that each is done once, however often the run begins anew: its result lies beside what it made. */
export const onceEach =
  (folder: string, runStep: RunStep): RunStep =>
  async (name, work) => {
    const marker = join(folder, `${name}.done.json`);
    const kept = await readFile(marker, 'utf8').catch(() => null);
    if (kept !== null) return JSON.parse(kept);
    const made = await runStep(name, work);
    await writeFile(`${marker}.part`, JSON.stringify(made ?? null));
    await rename(`${marker}.part`, marker);
    return made;
  };

/** A fresh folder for one try of a step; what earlier tries left, or still write, is elsewhere. */
export async function freshFolder(folder: string, name: string): Promise<string> {
  for (const before of await readdir(folder))
    if (before.startsWith(`${name}.`) && !before.endsWith('.json'))
      await rm(join(folder, before), { recursive: true, force: true });
  const made = join(folder, `${name}.${newId()}`);
  await mkdir(made);
  return made;
}

/** Writes files one after the other into one. */
export async function joinFiles(parts: readonly string[], into: string): Promise<void> {
  for (const [index, part] of parts.entries()) {
    await pipeline(createReadStream(part), createWriteStream(into, { flags: index === 0 ? 'w' : 'a' }));
  }
}
