import type { Ctx } from '~/platform/context';
import { readSource } from './providers/read-source.server';
import type { KeptFile } from './types';

/**
 * Reads kept checkpoints: files, folders of files, addresses of files, or the address of a site's index, which stands for
 * all its files. Throws when one of them cannot be read.
 */
export async function readCheckpointFiles(
  _ctx: Ctx,
  { sources }: { sources: readonly string[] },
): Promise<KeptFile[]> {
  const files: KeptFile[] = [];
  for (const source of sources) files.push(...(await readSource(source)));
  return files;
}
