import { Upload } from '@tus/server';
import type { Db } from '~/platform/context';
import { findUpload } from '../data/uploads.server';

/** What is known of an upload stands in our own table; the protocol keeps no files of its own about it. */
export const uploadRecords = (db: () => Db) => ({
  async get(id: string): Promise<Upload | undefined> {
    const found = await findUpload(db(), id);
    if (!found || found.endedAt) return undefined;
    const creation_date = found.lastSeenAt.toISOString();
    return new Upload({ id, size: Number(found.bytes), offset: 0, creation_date });
  },
  set: async () => undefined,
  delete: async () => undefined,
});

export type UploadRecords = ReturnType<typeof uploadRecords>;
