import { createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Storage } from '../storage/storage';
import { archived, type Entry } from './archive.server';
import {
  BackupError,
  FORMAT,
  isHalfWritten,
  isVideo,
  type Manifest,
  PLACES,
  type Progress,
  type Summary,
} from './backup-format';
import { openSnapshot, type Snapshot } from './dump-database.server';
import { readKeyFiles, requireSigningKeys } from './keys-folder.server';
import { seal } from './sealed-file.server';

export type BackupOrder = {
  databaseUrl: string;
  storage: Storage;
  keysDir: string;
  site: string;
  file: string;
  passphrase: string;
  /** Masters and what is packaged from them go in too. */
  withVideo: boolean;
  now: Date;
  progress: Progress;
  signal: AbortSignal;
  /** Of scrypt, as a power of two; the library's own choice when left out. */
  work?: number;
};

type Listed = { key: string; bytes: number };

async function listFiles({
  storage,
  withVideo,
}: BackupOrder): Promise<{ taken: Listed[]; leftOut: Listed[] }> {
  const [taken, leftOut]: [Listed[], Listed[]] = [[], []];
  for (const key of (await storage.list('')).sort()) {
    const found = isHalfWritten(key) ? null : await storage.find(key);
    if (found) (withVideo || !isVideo(key) ? taken : leftOut).push({ key, bytes: found.bytes });
  }
  return { taken, leftOut };
}

const total = (files: readonly Listed[]) => ({
  count: files.length,
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
});

const entry = (name: string, bytes: Uint8Array): Entry => ({
  name,
  bytes: bytes.length,
  content: Readable.from([bytes]),
});
const json = (name: string, value: unknown): Entry =>
  entry(name, Buffer.from(JSON.stringify(value, null, 1)));

/** As many bytes as were announced, also of a file that grows. */
const wholeFile = (storage: Storage, key: string, bytes: number): Readable =>
  bytes === 0 ? Readable.from([]) : storage.read(key, { start: 0, end: bytes - 1 });

/** Files never change once they are there; one that went meanwhile is not part of the backup. */
async function* fileEntries({ storage, progress }: BackupOrder, files: readonly Listed[], summary: Summary) {
  const all = total(files).bytes;
  for (const { key } of files) {
    const found = await storage.find(key);
    if (!found) continue;
    yield {
      name: `${PLACES.files}${key}`,
      bytes: found.bytes,
      content: wholeFile(storage, key, found.bytes),
    };
    summary.files.count += 1;
    summary.files.bytes += found.bytes;
    progress('files', summary.files.bytes, all);
  }
}

type Plan = { manifest: Manifest; summary: Summary; taken: readonly Listed[]; leftOut: readonly Listed[] };

async function planOf(order: BackupOrder, { shape, rows }: Snapshot): Promise<Plan> {
  const { taken, leftOut } = await listFiles(order);
  const manifest: Manifest = {
    ...{ format: FORMAT, madeAt: order.now.toISOString(), site: order.site, hasVideo: order.withVideo },
    ...shape,
    ...{ files: total(taken), leftOut: total(leftOut) },
  };
  const summary = { rows, jobs: 0, keys: 0, files: { count: 0, bytes: 0 } };
  return { manifest, summary, taken, leftOut };
}

/** In the order of restoring; what is counted is told at the end. */
async function* entriesOfBackup(order: BackupOrder, snapshot: Snapshot, plan: Plan): AsyncGenerator<Entry> {
  const { manifest, summary, taken, leftOut } = plan;
  yield json('manifest.json', manifest);
  const keys = await readKeyFiles(order.keysDir);
  for (const { name, bytes } of keys) {
    yield entry(`${PLACES.keys}${name}`, bytes);
    summary.keys += 1;
  }
  order.progress(`database, ${manifest.tables.length} tables`);
  for await (const { name, bytes } of snapshot.pieces()) yield entry(name, bytes);
  requireSigningKeys(order.keysDir, keys, snapshot.rows);
  summary.jobs = snapshot.jobs;
  yield* fileEntries(order, taken, summary);
  yield json('left-out.json', leftOut);
  yield json('summary.json', summary);
}

const exists = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );

/**
 * Writes everything into one sealed file, while the site may run: the database as it is at one moment, keys, and the files
 * of the storage. The file appears whole or not at all. Answers what is in it. Throws BackupError.
 */
export async function writeBackup(order: BackupOrder): Promise<{ manifest: Manifest; summary: Summary }> {
  const { file, passphrase, signal } = order;
  if (await exists(file)) throw new BackupError(`${file} exists already`);
  await mkdir(dirname(file), { recursive: true });
  const half = `${file}.part`;
  const snapshot = await openSnapshot(order.databaseUrl);
  try {
    const plan = await planOf(order, snapshot);
    const sealed = await seal(archived(entriesOfBackup(order, snapshot, plan)), passphrase, order.work);
    await pipeline(sealed, createWriteStream(half, { mode: 0o600, flush: true }), { signal });
    await rename(half, file);
    return plan;
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  } finally {
    await snapshot.close();
  }
}
