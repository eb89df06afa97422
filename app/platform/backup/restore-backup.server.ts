import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { type Entry, entriesOf } from './archive.server';
import { BackupError, isVideo, leftOutSchema, PLACES } from './backup-format';
import { type CheckedBackup, type RestoreOrder, readAll } from './check-backup.server';
import { writeKeyFiles } from './keys-folder.server';
import { beginLoading, type Loading } from './load-database.server';
import { unseal } from './sealed-file.server';

export type Restored = CheckedBackup & {
  /** Files that were not in the backup and are not in the storage either. */
  missing: { count: number; bytes: number };
};

/**
 * Restores a checked backup into the empty database, the storage and the folder of keys. The rows come in one transaction
 * that ends last: until then nothing is restored, and what was written beside it is taken away again.
 */
export async function restoreBackup(order: RestoreOrder, checked: CheckedBackup): Promise<Restored> {
  const loading = await beginLoading(order.databaseUrl, checked.manifest);
  const written: string[] = [];
  let removeKeys = async () => {};
  try {
    const missing = await readIn(order, checked, loading, written);
    removeKeys = await writeKeyFiles(order.keysDir, checked.keys);
    await loading.commit(checked.summary);
    return { ...checked, missing };
  } catch (error) {
    if (await loading.mayBeThere())
      throw new BackupError(
        'The database broke off at the very end of restoring. Files and keys were left in their places: start the site and look; if its database is empty, restore once more.',
        { cause: error },
      );
    await removeKeys();
    for (const key of written) await order.storage.remove(key);
    throw error;
  } finally {
    await loading.close();
  }
}

/** Puts rows and files in their places. `written` collects files that were not there before. */
async function readIn(
  { file, passphrase, storage, progress }: RestoreOrder,
  { manifest }: CheckedBackup,
  loading: Loading,
  written: string[],
): Promise<Restored['missing']> {
  let done = 0;
  let missing = { count: 0, bytes: 0 };
  for await (const entry of entriesOf(unseal(file, passphrase))) {
    const { name, bytes } = entry;
    if (name.startsWith(PLACES.database) || name.startsWith(PLACES.jobs)) {
      progress('database');
      await loading.add(name, await readAll(entry));
    } else if (name.startsWith(PLACES.files)) {
      const key = name.slice(PLACES.files.length);
      if (await storage.find(key)) await requireSame(storage, key, entry);
      else {
        await storage.put(key, Readable.from(entry.content));
        written.push(key);
      }
      done += bytes;
      progress('files', done, manifest.files.bytes);
    } else if (name === 'left-out.json') missing = await countMissing(await readAll(entry), storage);
  }
  return missing;
}

async function digestOf(content: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of content) hash.update(piece);
  return hash.digest('hex');
}

/** Throws BackupError when the file of that key is another one than in the backup. */
async function requireSame(storage: RestoreOrder['storage'], key: string, { content }: Entry): Promise<void> {
  if ((await digestOf(content)) === (await digestOf(storage.read(key)))) return;
  throw new BackupError(`The storage holds another file ${key} than the backup. Restore into an empty one.`);
}

async function countMissing(text: Buffer, storage: RestoreOrder['storage']): Promise<Restored['missing']> {
  const missing = { count: 0, bytes: 0 };
  for (const { key, bytes } of leftOutSchema.parse(JSON.parse(text.toString()))) {
    if (!isVideo(key)) throw new BackupError(`The backup left out ${key}`);
    if (await storage.find(key)) continue;
    missing.count += 1;
    missing.bytes += bytes;
  }
  return missing;
}
