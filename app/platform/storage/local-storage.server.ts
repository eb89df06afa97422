import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from '../ids';
import { filesBelow, isCoded } from './files-below.server';
import type { Storage } from './storage';

/** Bytes read at once: large enough that serving costs few system calls, small enough to keep memory flat. */
const CHUNK = 256 * 1024;

/** Keys are made by us, yet one that would name the whole storage, or climb, is refused. */
function pathOf(root: string, key: string): string {
  const steps = key.replace(/\/$/, '').split('/');
  if (steps.some((step) => step === '' || step === '.' || step === '..'))
    throw new Error('The storage key leaves the storage');
  const path = resolve(root, key);
  if (path !== root && !path.startsWith(root + sep)) throw new Error('The storage key leaves the storage');
  return path;
}

const isMissing = (error: unknown): boolean => isCoded(error, 'ENOENT', 'ENOTDIR');

/** Writes beside the place and renames at the end, so that nobody ever sees half a file. */
async function writeWhole(path: string, content: Readable | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const half = `${path}.${newId()}.part`;
  try {
    const source = content instanceof Uint8Array ? Readable.from([content]) : content;
    await pipeline(source, createWriteStream(half, { mode: 0o600, flush: true }));
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}

async function keysBelow(root: string, prefix: string): Promise<string[]> {
  try {
    const folder = prefix === '' ? root : pathOf(root, prefix);
    const below = relative(root, folder).split(sep).join('/');
    return (await filesBelow(folder)).map((name) => (below === '' ? name : `${below}/${name}`));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Storage in a folder of this machine. */
export function localStorage(folder: string): Storage {
  const root = resolve(folder);
  return {
    place: { folder: root },
    put: (key, content) => writeWhole(pathOf(root, key), content),
    read: (key, range) => createReadStream(pathOf(root, key), { ...range, highWaterMark: CHUNK }),
    async find(key) {
      try {
        const found = await stat(pathOf(root, key));
        return found.isFile() ? { bytes: found.size, modifiedAt: found.mtime } : null;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    list: (prefix) => keysBelow(root, prefix),
    async remove(prefix, keep) {
      const removed = keep ? (await keysBelow(root, prefix)).filter((key) => !keep.has(key)) : [prefix];
      for (const key of removed) await rm(pathOf(root, key), { recursive: true, force: true });
    },
    async freeBytes() {
      await mkdir(root, { recursive: true });
      const { bavail, bsize } = await statfs(root);
      return bavail * bsize;
    },
    async withLocalFile(key, _scratch, work) {
      const path = pathOf(root, key);
      await access(path);
      return work(path);
    },
    check: async () => undefined,
  };
}
