import { link, mkdir, open, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../ids';

export type NumberedFile = { path: string; bytes: Buffer };

/** The files `0001<suffix>`, `0002<suffix>` … of a folder that nobody else may read (made when it is not there), in order. */
export async function readNumbered(dir: string, suffix: string): Promise<NumberedFile[]> {
  const names = await namesIn(dir, suffix);
  return Promise.all(
    names.map(async (name) => ({ path: join(dir, name), bytes: await readFile(join(dir, name)) })),
  );
}

async function namesIn(dir: string, suffix: string): Promise<string[]> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const isOne = (name: string) => name.endsWith(suffix) && /^\d{4}$/.test(name.slice(0, -suffix.length));
  return (await readdir(dir)).filter(isOne).sort();
}

/** Writes file number `no`, whole or not at all, mode 0600; false when another process was first. */
export async function addNumbered(
  dir: string,
  { no, suffix }: { no: number; suffix: string },
  content: string | Uint8Array,
): Promise<boolean> {
  const draft = join(dir, `draft-${newId()}`);
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
    await link(draft, join(dir, `${String(no).padStart(4, '0')}${suffix}`));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await handle.close();
    await unlink(draft);
  }
}

/** Writes the file after the last one, whatever numbers before it are gone. */
export async function addNext(dir: string, suffix: string, content: string | Uint8Array): Promise<void> {
  for (;;) {
    const last = (await namesIn(dir, suffix)).at(-1);
    if (await addNumbered(dir, { no: Number(last?.slice(0, 4) ?? 0) + 1, suffix }, content)) return;
  }
}
