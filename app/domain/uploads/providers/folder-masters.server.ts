import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FileStore } from '@tus/file-store';
import type { Upload } from '@tus/server';
import type { UploadRecords } from './upload-records.server';

/** The bytes of each upload as the file that becomes the master. */
export class FolderMasters extends FileStore {
  constructor(directory: string, configstore: UploadRecords, expirationPeriodInMilliseconds: number) {
    super({ directory, configstore, expirationPeriodInMilliseconds });
    this.extensions = ['creation', 'expiration'];
  }

  /** Makes the empty file; one that is there stays as it is, since a beginning may be sent twice. */
  override async create(upload: Upload): Promise<Upload> {
    const path = `${this.directory}/${upload.id}`;
    await mkdir(dirname(path), { recursive: true });
    await (await open(path, 'a', 0o600)).close();
    upload.storage = { type: 'file', path };
    return upload;
  }
}
