import { statfs } from 'node:fs/promises';

/** Throws when the disk of the folder has not so many bytes free, `times` over: what a run keeps of what it reads. */
export async function requireSpace(folder: string, bytes: number, times: number): Promise<void> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < bytes * times) throw new Error(`${bytes * times} bytes are needed free in ${folder}`);
}
