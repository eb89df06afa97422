import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FileStore } from '@tus/file-store';
import { Upload } from '@tus/server';
import type { Db } from '~/platform/context';
import type { Storage } from '~/platform/storage/storage';
import { findUpload } from '../data/uploads.server';
import { keptDays } from '../rules/limits';
import { keyOf } from '../rules/master-key';

/** What is known of an upload stands in our own table; the protocol keeps no files of its own about it. */
const records = (db: () => Db) => ({
  async get(id: string): Promise<Upload | undefined> {
    const found = await findUpload(db(), id);
    if (!found || found.endedAt) return undefined;
    const creation_date = found.lastSeenAt.toISOString();
    return new Upload({ id, size: Number(found.bytes), offset: 0, creation_date });
  },
  set: async () => undefined,
  delete: async () => undefined,
});

/** The bytes of each upload as the file that becomes the master. */
class MasterStore extends FileStore {
  /** Makes the empty file; one that is there stays as it is, since a beginning may be sent twice. */
  override async create(upload: Upload): Promise<Upload> {
    const path = `${this.directory}/${upload.id}`;
    await mkdir(dirname(path), { recursive: true });
    await (await open(path, 'a', 0o600)).close();
    upload.storage = { type: 'file', path };
    return upload;
  }
}

export function masterStore(storage: Storage, db: () => Db): FileStore {
  const store = new MasterStore({
    directory: dirname(storage.localPath(keyOf('any'))),
    configstore: records(db),
    expirationPeriodInMilliseconds: keptDays * 86_400_000,
  });
  store.extensions = ['creation', 'expiration'];
  return store;
}
