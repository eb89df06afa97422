import { dirname, join } from 'node:path';
import type { DataStore } from '@tus/server';
import type { Db } from '~/platform/context';
import type { Storage } from '~/platform/storage/storage';
import { keptDays } from '../rules/limits';
import { keyOf } from '../rules/master-key';
import { FolderMasters } from './folder-masters.server';
import { uploadRecords } from './upload-records.server';

/** Where the bytes of uploads arrive. */
export type MasterStore = {
  store: DataStore;
  /** How many bytes of an upload are here, `size` only once all are one file; 0 of one that was removed. */
  countBytes(uploadId: string, size: number): Promise<number>;
};

const keptMs = keptDays * 86_400_000;

/** Into the storage itself, under the key of the master: a folder of this machine, or a bucket. */
export async function openMasterStore(storage: Storage, db: () => Db): Promise<MasterStore> {
  const { place } = storage;
  const records = uploadRecords(db);
  if ('folder' in place)
    return {
      store: new FolderMasters(dirname(join(place.folder, keyOf('any'))), records, keptMs),
      countBytes: async (id) => (await storage.find(keyOf(id)))?.bytes ?? 0,
    };
  const { BucketMasters } = await import('./bucket-masters.server');
  const store = new BucketMasters({ storage, access: place.bucket, records, keptMs });
  return { store, countBytes: (id, size) => store.countBytes(id, size) };
}
