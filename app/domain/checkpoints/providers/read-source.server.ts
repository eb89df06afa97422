import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { KeptFile } from '../types';

const WAIT_MS = 60_000;

const index = z.object({
  checkpoints: z.array(z.object({ file: z.url() })),
  next: z.url().nullable(),
});

/** The files that a source stands for, in the order of their names or of the index. */
export function readSource(source: string): Promise<KeptFile[]> {
  return /^https?:\/\//.test(source) ? readAddress(source) : readPath(source);
}

async function readPath(path: string): Promise<KeptFile[]> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new Error(`There is no file or folder ${path}`);
  if (!found.isDirectory()) return [{ name: path, bytes: await readFile(path) }];
  const names = (await readdir(path, { withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = names.map(({ name }) => join(path, name)).sort();
  if (paths.length === 0) throw new Error(`The folder ${path} is empty`);
  return Promise.all(paths.map(async (name) => ({ name, bytes: await readFile(name) })));
}

async function fetchBytes(url: string): Promise<{ bytes: Uint8Array; isJson: boolean }> {
  const failed = (why: string) => new Error(`${url} cannot be read: ${why}`);
  const answer = await fetch(url, { signal: AbortSignal.timeout(WAIT_MS) }).catch((error: unknown) => {
    throw failed(error instanceof Error ? error.message : String(error));
  });
  if (!answer.ok) throw failed(`it answers ${answer.status}`);
  const isJson = (answer.headers.get('content-type') ?? '').startsWith('application/json');
  return { bytes: new Uint8Array(await answer.arrayBuffer()), isJson };
}

async function readAddress(url: string): Promise<KeptFile[]> {
  const { bytes, isJson } = await fetchBytes(url);
  if (!isJson) return [{ name: url, bytes }];
  const files: KeptFile[] = [];
  let page = index.parse(JSON.parse(Buffer.from(bytes).toString()));
  for (;;) {
    for (const { file } of page.checkpoints) {
      files.push({ name: file, bytes: (await fetchBytes(file)).bytes });
    }
    if (!page.next) break;
    page = index.parse(JSON.parse(Buffer.from((await fetchBytes(page.next)).bytes).toString()));
  }
  if (files.length === 0) throw new Error(`The index ${url} names no checkpoint`);
  return files;
}
