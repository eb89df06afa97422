import { statfs } from 'node:fs/promises';

/** A run keeps at most this many times the size of what it reads on the disk at once. */
const sizeFactor = 3;

/** Throws when the disk of the folder has not three times so many bytes free. */
export async function requireSpace(folder: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < bytes * sizeFactor)
    throw new Error(`${bytes * sizeFactor} bytes are needed free in ${folder}`);
}
