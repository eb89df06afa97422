import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type MetadataValue, S3Store } from '@tus/s3-store';
import { ERRORS, TUS_RESUMABLE, Upload } from '@tus/server';
import type { S3Access } from '~/platform/config/s3-access';
import { s3ClientConfig, telling } from '~/platform/storage/s3-client.server';
import { type Storage, StorageError } from '~/platform/storage/storage';
import { HeldBytes, partSize, restKey } from '../rules/held-bytes';
import { keyOf } from '../rules/master-key';
import type { UploadRecords } from './upload-records.server';

type Parts = Awaited<ReturnType<S3Store['retrieveParts']>>;

/** What is here of a file on its way: whole parts, and what came after them and is no part yet. */
type Unfinished = { metadata: MetadataValue; parts: Parts; inParts: number; inRest: number };

type Options = { storage: Storage; access: S3Access; records: UploadRecords; keptMs: number };

const isGone = (error: unknown): boolean => error instanceof StorageError && error.code === 'NoSuchUpload';

/**
 * The bytes of each upload as an unfinished object of the bucket, which becomes the master. All parts are equally long, so
 * that part n is the same bytes whoever sent it; what is less than a part has a key that says where it begins. Nothing is
 * kept on this machine: any process goes on with what the bucket has. Errors: StorageError, and those of tus.
 */
export class BucketMasters extends S3Store {
  readonly #storage: Storage;
  readonly #records: UploadRecords;

  constructor({ storage, access, records, keptMs }: Options) {
    super({
      s3ClientConfig: { ...s3ClientConfig(access), bucket: access.bucket },
      useTags: false,
      expirationPeriodInMilliseconds: keptMs,
    });
    this.extensions = ['creation', 'expiration'];
    this.#storage = storage;
    this.#records = records;
  }

  /** One that is there stays as it is, since a beginning may be sent twice. */
  override async create(upload: Upload): Promise<Upload> {
    const key = keyOf(upload.id);
    await telling(key, async () => {
      const isHere = (await this.#unfinishedId(key)) ?? (await this.#storage.find(key));
      if (!isHere) await this.client.createMultipartUpload({ Bucket: this.bucket, Key: key });
    });
    upload.storage = { type: 's3', path: key, bucket: this.bucket };
    return upload;
  }

  /** Completes a file whose last byte is here and whose writer was killed before it could. */
  override async getUpload(id: string): Promise<Upload> {
    const upload = await this.#records.get(id);
    if (!upload) throw ERRORS.FILE_NOT_FOUND;
    const key = keyOf(id);
    const stored = await this.#storage.find(key);
    const here = stored ? null : await this.#unfinished(key);
    if (!stored && !here) throw ERRORS.FILE_NO_LONGER_EXISTS;
    upload.offset = stored?.bytes ?? (here ? here.inParts + here.inRest : 0);
    if (here && upload.offset === upload.size) await this.#finish(key, here);
    return upload;
  }

  /** Fewer than `size` until the file is there as a whole; 0 of one that was removed. */
  async countBytes(id: string, size: number): Promise<number> {
    const key = keyOf(id);
    const stored = await this.#storage.find(key);
    const here = stored ? null : await this.#unfinished(key);
    if (here) return Math.min(here.inParts + here.inRest, size - 1);
    // Another request may have completed it in between.
    return (stored ?? (await this.#storage.find(key)))?.bytes ?? 0;
  }

  /** Whatever arrives before the sender is cut off stays. */
  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const key = keyOf(id);
    const here = await this.#unfinished(key);
    if (!here) throw ERRORS.FILE_NO_LONGER_EXISTS;
    if (here.inParts + here.inRest !== offset) throw ERRORS.INVALID_OFFSET;
    try {
      await this.#take(source, key, here);
    } catch (error) {
      throw isGone(error) ? ERRORS.FILE_NO_LONGER_EXISTS : error;
    } finally {
      // Given up while these bytes came: what they left is removed again.
      if (!(await this.#records.get(id))) await this.#storage.remove(key);
    }
    return (await this.getUpload(id)).offset;
  }

  async #take(
    source: Readable,
    key: string,
    { metadata, parts, inParts, inRest }: Unfinished,
  ): Promise<void> {
    const held = new HeldBytes();
    if (inRest > 0) held.add(await this.#rest(key, inParts, inRest));
    let sent = parts.length;
    let isSending = false;
    const keepRest = async () => {
      const isNew = sent > parts.length || held.length > inRest;
      if (isNew && held.length > 0) await this.#storage.put(restKey(key, sent * partSize), held.all());
    };
    try {
      for await (const chunk of source) {
        held.add(chunk);
        for (let part = held.takePart(); part; part = held.takePart()) {
          isSending = true;
          await this.#send(metadata, part, sent + 1);
          isSending = false;
          sent += 1;
        }
      }
    } catch (error) {
      // Bytes behind a part that was lost must not take its place.
      if (!isSending) await keepRest();
      throw error;
    }
    await keepRest();
  }

  /** The bytes behind the parts; a writer that was thought dead may have exchanged them meanwhile. */
  async #rest(key: string, inParts: number, bytes: number): Promise<Buffer> {
    const rest = await buffer(this.#storage.read(restKey(key, inParts), { start: 0, end: bytes - 1 }));
    if (rest.length !== bytes) throw ERRORS.INVALID_OFFSET;
    return rest;
  }

  #send(metadata: MetadataValue, part: Buffer, number: number): Promise<string> {
    return telling(metadata.file.id, () => this.uploadPart(metadata, part, number));
  }

  async #finish(key: string, { metadata, parts, inParts, inRest }: Unfinished): Promise<void> {
    if (inRest > 0) {
      await this.#send(metadata, await this.#rest(key, inParts, inRest), parts.length + 1);
    }
    await this.#storage.remove(`${key}/`);
    try {
      await telling(key, async () => this.finishMultipartUpload(metadata, await this.retrieveParts(key)));
    } catch (error) {
      // Another request completed it, or the answer to the first try was lost.
      if (!isGone(error) || !(await this.#storage.find(key))) throw error;
    }
  }

  async #unfinished(key: string): Promise<Unfinished | null> {
    try {
      const metadata = await telling(key, () => this.getMetadata(key));
      const parts = await telling(key, () => this.retrieveParts(key));
      const inParts = parts.reduce((sum, { Size }) => sum + (Size ?? 0), 0);
      const inRest = (await this.#storage.find(restKey(key, inParts)))?.bytes ?? 0;
      return { metadata, parts, inParts, inRest };
    } catch (error) {
      if (isGone(error) || error === ERRORS.FILE_NO_LONGER_EXISTS) return null;
      throw error;
    }
  }

  /** By the key of the master, as the base class asks for it. */
  protected override async getMetadata(key: string): Promise<MetadataValue> {
    const uploadId = await this.#unfinishedId(key);
    if (uploadId === null) throw ERRORS.FILE_NO_LONGER_EXISTS;
    return {
      file: new Upload({ id: key, offset: 0 }),
      'upload-id': uploadId,
      'tus-version': TUS_RESUMABLE,
    };
  }

  /** The first page is enough: what lies below the key has no unfinished objects of its own. */
  async #unfinishedId(key: string): Promise<string | null> {
    const { Uploads } = await this.client.listMultipartUploads({ Bucket: this.bucket, Prefix: key });
    return Uploads?.find(({ Key }) => Key === key)?.UploadId ?? null;
  }
}
