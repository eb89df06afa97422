import { Readable } from 'node:stream';
import { HeadObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { S3Access } from '../config/s3-access';
import { withCopy } from './local-copy.server';
import { isMissing, s3ClientConfig, telling } from './s3-client.server';
import { readObject } from './s3-read.server';
import { keysBelow, removeBelow } from './s3-remove.server';
import { type Storage, StorageError, type StoredFile } from './storage';

/** Bytes of one part, and parts on their way at the same time: what one `put` holds in memory. At most 10,000 parts. */
const [partSize, queueSize] = [8 * 1024 ** 2, 2];

/** Keys are made by us, yet one that would name the whole bucket, or climb, is refused. */
function checked(key: string): string {
  const steps = key.replace(/\/$/, '').split('/');
  if (steps.some((step) => step === '' || step === '.' || step === '..'))
    throw new Error('The storage key leaves the storage');
  return key;
}

async function put(
  client: S3Client,
  target: { Bucket: string; Key: string },
  content: Readable | Uint8Array,
) {
  try {
    const params = { ...target, Body: content };
    await new Upload({ client, params, partSize, queueSize, leavePartsOnError: false }).done();
  } finally {
    if (content instanceof Readable) content.destroy();
  }
}

async function find(client: S3Client, target: { Bucket: string; Key: string }): Promise<StoredFile | null> {
  try {
    const { ContentLength = 0, LastModified } = await client.send(new HeadObjectCommand(target));
    return { bytes: ContentLength, modifiedAt: LastModified ?? new Date(0) };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Storage in a bucket of S3, or of what speaks its protocol. */
export function s3Storage(access: S3Access): Storage {
  const client = new S3Client(s3ClientConfig(access));
  const { bucket } = access;
  const at = (key: string) => ({ Bucket: bucket, Key: checked(key) });
  const storage: Storage = {
    place: { bucket: access },
    put: (key, content) => telling(key, () => put(client, at(key), content)),
    read: (key, range) => readObject({ client, bucket, key: checked(key) }, range),
    find: (key) => telling(key, () => find(client, at(key))),
    list: (prefix) =>
      telling(prefix, () => keysBelow({ client, bucket }, prefix === '' ? '' : checked(prefix))),
    remove: (prefix, keep) => telling(prefix, () => removeBelow({ client, bucket }, checked(prefix), keep)),
    freeBytes: async () => null,
    async withLocalFile(key, scratch, work) {
      const found = await storage.find(key);
      if (!found) throw new StorageError('NoSuchKey', 404, `${key}: there is no such file in the bucket`);
      return withCopy(scratch, { bytes: found.bytes, open: () => storage.read(key) }, work);
    },
    check: () =>
      telling(`S3_BUCKET ${bucket}`, async () => {
        await client.send(new ListObjectsV2Command({ Bucket: bucket, MaxKeys: 1 }));
      }),
  };
  return storage;
}
