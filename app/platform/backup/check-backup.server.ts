import { stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import type { Storage } from '../storage/storage';
import { type Entry, entriesOf } from './archive.server';
import {
  BackupError,
  type Manifest,
  manifestSchema,
  PLACES,
  type Progress,
  type Summary,
  summarySchema,
} from './backup-format';
import { isEmptyDatabase } from './database-shape.server';
import { type KeyFile, requireNoOtherKeys } from './keys-folder.server';
import { readMigrationsOf } from './load-database.server';
import { unseal } from './sealed-file.server';

export type RestoreOrder = {
  file: string;
  passphrase: string;
  databaseUrl: string;
  storage: Storage;
  keysDir: string;
  progress: Progress;
};

export type CheckedBackup = { manifest: Manifest; summary: Summary; keys: readonly KeyFile[] };

export const readAll = async ({ content }: Entry): Promise<Buffer> => buffer(content);

/** Reads the first entry. Throws BackupError when it is that of no backup, or of one that this version cannot read. */
export async function readManifest(entry: Entry | undefined, file: string): Promise<Manifest> {
  const text = entry?.name === 'manifest.json' ? (await readAll(entry)).toString() : 'null';
  const manifest = manifestSchema.safeParse(JSON.parse(text));
  if (!manifest.success) throw new BackupError(`${file} is no backup that this version can read`);
  return manifest.data;
}

async function requireEmptyDatabase(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'shihan-restore' });
  await client.connect();
  try {
    if (!(await isEmptyDatabase(client)))
      throw new BackupError(
        'The database is not empty, and a backup is restored into an empty one only. Set DATA_DIR (or DATABASE_URL) to a new one.',
      );
  } finally {
    await client.end();
  }
}

async function requireRoom({ files }: Manifest, storage: Storage): Promise<void> {
  const free = await storage.freeBytes();
  if (free !== null && free < files.bytes)
    throw new BackupError(
      `The files of the backup need ${files.bytes} bytes, but only ${free} are free for the storage.`,
    );
}

/** Reads the whole file, so that a damaged one is refused before anything is written. */
async function readThrough({ file, passphrase, progress }: RestoreOrder): Promise<CheckedBackup> {
  const { size } = await stat(file);
  let done = 0;
  const counted = (async function* () {
    for await (const piece of unseal(file, passphrase)) {
      done += piece.length;
      progress('checking the file', done, size);
      yield piece;
    }
  })();
  const keys: KeyFile[] = [];
  let manifest: Manifest | null = null;
  let summary: Summary | null = null;
  const files = { count: 0, bytes: 0 };
  for await (const entry of entriesOf(counted)) {
    if (!manifest) manifest = await readManifest(entry, file);
    else if (entry.name.startsWith(PLACES.keys))
      keys.push({ name: entry.name.slice(PLACES.keys.length), bytes: await readAll(entry) });
    else if (entry.name === 'summary.json')
      summary = summarySchema.parse(JSON.parse(String(await readAll(entry))));
    else if (entry.name.startsWith(PLACES.files)) {
      files.count += 1;
      files.bytes += entry.bytes;
    }
  }
  if (!manifest || !summary || files.count !== summary.files.count || files.bytes !== summary.files.bytes)
    throw new BackupError(`${file} is not whole`);
  return { manifest, summary, keys };
}

/**
 * Whether a backup can be restored here: the database is empty, the passphrase opens it, not a byte was cut or changed,
 * this version can follow the one that made it, and there is room. Nothing is written. Throws BackupError.
 */
export async function checkBackup(order: RestoreOrder): Promise<CheckedBackup> {
  await stat(order.file).catch(() => {
    throw new BackupError(`There is no file ${order.file}`);
  });
  await requireEmptyDatabase(order.databaseUrl);
  const checked = await readThrough(order);
  await readMigrationsOf(checked.manifest);
  await requireNoOtherKeys(order.keysDir, checked.keys);
  await requireRoom(checked.manifest, order.storage);
  return checked;
}
