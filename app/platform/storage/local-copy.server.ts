import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { newId } from '../ids';
import { requireSpace } from './require-space.server';

const MARK = 'copy-';

/** A copy in use is touched so often (ms); one that was not for an hour belonged to a process that was killed. */
const [touchEvery, forgottenAfter] = [60_000, 3_600_000];

async function removeForgotten(scratch: string): Promise<void> {
  for (const name of await readdir(scratch)) {
    if (!name.startsWith(MARK)) continue;
    const path = join(scratch, name);
    const seen = await stat(path).catch(() => null);
    if (seen && Date.now() - seen.mtimeMs > forgottenAfter) await rm(path, { force: true });
  }
}

type Copied = {
  bytes: number;
  /** Opened once the disk is known to have room. */
  open: () => Readable;
};

/**
 * A copy of a file for programs of this machine, removed afterwards whatever happened; copies of killed processes go with
 * the next one made there. Throws before anything is written when the disk has no room for it.
 */
export async function withCopy<T>(
  scratch: string,
  { bytes, open }: Copied,
  work: (path: string) => Promise<T>,
): Promise<T> {
  await mkdir(scratch, { recursive: true });
  await removeForgotten(scratch);
  await requireSpace(scratch, bytes, 1);
  const path = join(scratch, `${MARK}${newId()}`);
  const touch = setInterval(() => {
    const now = new Date();
    void utimes(path, now, now).catch(() => undefined);
  }, touchEvery);
  try {
    await pipeline(open(), createWriteStream(path, { mode: 0o600 }));
    return await work(path);
  } finally {
    clearInterval(touch);
    await rm(path, { force: true });
  }
}
