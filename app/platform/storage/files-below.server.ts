import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export const isCoded = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

/** Null for what went since it was listed. */
const statOf = (path: string) =>
  stat(path).catch((error: unknown) => {
    if (isCoded(error, 'ENOENT')) return null;
    throw error;
  });

/** Every file below the folder by its path from there, with '/', sorted; links are followed. Throws when there is no such folder. */
export async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const kind = entry.isSymbolicLink() ? await statOf(path) : entry;
    if (kind?.isFile()) found.push(entry.name);
    if (!kind?.isDirectory()) continue;
    const below = await filesBelow(path).catch((error: unknown) => {
      if (isCoded(error, 'ENOENT')) return [];
      throw error;
    });
    for (const name of below) found.push(`${entry.name}/${name}`);
  }
  return found.sort();
}
