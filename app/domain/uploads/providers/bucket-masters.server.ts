import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type MetadataValue, S3Store } from '@tus/s3-store';
import { ERRORS, TUS_RESUMABLE, Upload } from '@tus/server';
import { LRUCache } from 'lru-cache';
import type { S3Access } from '~/platform/config/s3-access';
import { s3ClientConfig, telling } from '~/platform/storage/s3-client.server';
import { type Storage, StorageError, type StoredFile } from '~/platform/storage/storage';
import { HeldBytes, restKey } from '../rules/held-bytes';
import { keyOf } from '../rules/master-key';
import type { UploadRecords } from './upload-records.server';

type Parts = Awaited<ReturnType<S3Store['retrieveParts']>>;

/** What is here of a file on its way: whole parts, and what came after them and is no part yet. */
type Unfinished = { metadata: MetadataValue; parts: Parts; inParts: number; inRest: number };

type Options = { storage: Storage; access: S3Access; records: UploadRecords; keptMs: number };

const bytesOf = ({ inParts, inRest }: Unfinished): number => inParts + inRest;

const isGone = (error: unknown): boolean => error instanceof StorageError && error.code === 'NoSuchUpload';

/** Some services say of an unfinished object that is none any more that the object is not there. */
const isNoMore = (error: unknown): boolean =>
  isGone(error) ||
  error === ERRORS.FILE_NO_LONGER_EXISTS ||
  (error instanceof StorageError && error.code === 'NoSuchKey');

/**
 * The bytes of each upload as an unfinished object of the bucket, which becomes the master. All parts are equally long, so
 * that part n is the same bytes whoever sent it; what is less than a part has a key that says where it begins. Nothing is
 * kept on this machine: any process goes on with what the bucket has. Errors: StorageError, and those of tus.
 */
export class BucketMasters extends S3Store {
  readonly #storage: Storage;
  readonly #records: UploadRecords;
  /** Of each key the unfinished object: it stays the same as long as there is one. */
  readonly #ids = new LRUCache<string, string>({ max: 1_000 });
  /** What `getUpload` saw, for the `write` that follows in the same request. */
  readonly #seen = new LRUCache<string, Unfinished>({ max: 20 });

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
      if ((await this.#endOthers(key)) ?? (await this.#storage.find(key))) return;
      await this.client.createMultipartUpload({ Bucket: this.bucket, Key: key });
      await this.#endOthers(key);
    });
    upload.storage = { type: 's3', path: key, bucket: this.bucket };
    return upload;
  }

  /** Completes a file whose last byte is here and whose writer was killed before it could. */
  override async getUpload(id: string): Promise<Upload> {
    const upload = await this.#records.get(id);
    if (!upload) throw ERRORS.FILE_NOT_FOUND;
    const key = keyOf(id);
    const { stored, here } = await this.#look(key);
    if (!stored && !here) throw ERRORS.FILE_NO_LONGER_EXISTS;
    upload.offset = stored?.bytes ?? (here ? bytesOf(here) : 0);
    if (here && upload.offset === upload.size) await this.#finish(key, here);
    else if (here) this.#seen.set(key, here);
    return upload;
  }

  /** Fewer than `size` until the file is there as a whole; 0 of one that was removed. */
  async countBytes(id: string, size: number): Promise<number> {
    const { stored, here } = await this.#look(keyOf(id));
    return here ? Math.min(bytesOf(here), size - 1) : (stored?.bytes ?? 0);
  }

  /** Whatever arrives before the sender is cut off stays. */
  override async write(source: Readable, id: string, offset: number): Promise<number> {
    const key = keyOf(id);
    const here = this.#seen.get(key) ?? (await this.#unfinished(key));
    this.#seen.delete(key);
    if (!here) throw ERRORS.FILE_NO_LONGER_EXISTS;
    if (bytesOf(here) !== offset) throw ERRORS.INVALID_OFFSET;
    const size = (await this.#records.get(id))?.size ?? null;
    let now: Unfinished;
    try {
      now = await this.#take(source, { key, here, size });
    } catch (error) {
      throw isGone(error) ? ERRORS.FILE_NO_LONGER_EXISTS : error;
    } finally {
      // Given up while these bytes came: what they left is removed again.
      if (!(await this.#records.get(id))) await this.#storage.remove(key);
    }
    if (bytesOf(now) === size) await this.#finish(key, now);
    return bytesOf(now);
  }

  /** Sends every part that becomes whole, and keeps what comes behind them; gives what is here then. */
  async #take(
    source: Readable,
    { key, here, size }: { key: string; here: Unfinished; size: number | null },
  ): Promise<Unfinished> {
    const held = new HeldBytes();
    if (here.inRest > 0) held.add(await this.#rest(key, here.inParts, here.inRest));
    const now = { ...here, parts: [...here.parts], inRest: 0 };
    let isSending = false;
    const send = async (part: Buffer) => {
      isSending = true;
      now.parts.push(await this.#send(here.metadata, part, now.parts.length + 1));
      isSending = false;
      now.inParts += part.length;
    };
    const keepRest = async () => {
      const isNew = now.inParts > here.inParts || held.length > here.inRest;
      if (isNew && held.length > 0) await this.#storage.put(restKey(key, now.inParts), held.all());
      now.inRest = held.length;
    };
    try {
      for await (const chunk of source) {
        held.add(chunk);
        for (let part = held.takePart(); part; part = held.takePart()) await send(part);
      }
    } catch (error) {
      // Bytes behind a part that was lost must not take its place.
      if (!isSending) await keepRest();
      throw error;
    }
    if (held.length > 0 && now.inParts + held.length === size) await send(held.all());
    else await keepRest();
    return now;
  }

  /** The bytes behind the parts; a writer that was thought dead may have exchanged them meanwhile. */
  async #rest(key: string, inParts: number, bytes: number): Promise<Buffer> {
    const rest = await buffer(this.#storage.read(restKey(key, inParts), { start: 0, end: bytes - 1 }));
    if (rest.length !== bytes) throw ERRORS.INVALID_OFFSET;
    return rest;
  }

  async #send(metadata: MetadataValue, part: Buffer, number: number): Promise<Parts[number]> {
    const tag = await telling(metadata.file.id, () => this.uploadPart(metadata, part, number));
    return { PartNumber: number, ETag: tag, Size: part.length };
  }

  async #finish(key: string, { metadata, parts, inParts, inRest }: Unfinished): Promise<void> {
    const all = [...parts];
    if (inRest > 0)
      all.push(await this.#send(metadata, await this.#rest(key, inParts, inRest), parts.length + 1));
    await this.#storage.remove(`${key}/`);
    try {
      await telling(key, async () => {
        await this.#endOthers(key, metadata['upload-id']);
        await this.finishMultipartUpload(metadata, all);
      });
    } catch (error) {
      // Another request completed it, or the answer to the first try was lost.
      if (!isGone(error) || !(await this.#storage.find(key))) throw error;
    }
    this.#ids.delete(key);
  }

  /** What there is of a file: on its way, or as a whole; beside a whole one, what is empty on its way is nothing. */
  async #look(key: string): Promise<{ stored: StoredFile | null; here: Unfinished | null }> {
    const here = await this.#unfinished(key);
    const stored = here && bytesOf(here) > 0 ? null : await this.#storage.find(key);
    return { stored, here: stored ? null : here };
  }

  async #unfinished(key: string): Promise<Unfinished | null> {
    const isKnown = this.#ids.has(key);
    try {
      const metadata = await telling(key, () => this.getMetadata(key));
      const parts = await telling(key, () => this.retrieveParts(key));
      const inParts = parts.reduce((sum, { Size }) => sum + (Size ?? 0), 0);
      const inRest = (await this.#storage.find(restKey(key, inParts)))?.bytes ?? 0;
      return { metadata, parts, inParts, inRest };
    } catch (error) {
      if (!isNoMore(error)) throw error;
      this.#ids.delete(key);
      return isKnown ? this.#unfinished(key) : null;
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

  async #unfinishedId(key: string): Promise<string | null> {
    const id = this.#ids.get(key) ?? (await this.#idsOf(key))[0];
    if (id) this.#ids.set(key, id);
    return id ?? null;
  }

  /**
   * The first of several is the one that counts: the others come of answers to its creation that were lost. One page is
   * enough, since what lies below the key has no unfinished objects of its own.
   */
  async #idsOf(key: string): Promise<string[]> {
    const { Uploads = [] } = await this.client.listMultipartUploads({ Bucket: this.bucket, Prefix: key });
    return Uploads.filter((upload) => upload.Key === key)
      .map(({ UploadId = '', Initiated }) => ({ id: UploadId, begun: Initiated?.getTime() ?? 0 }))
      .sort((a, b) => a.begun - b.begun || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id);
  }

  /** Ends the unfinished objects of a key beside `own`, or the first one; gives that. */
  async #endOthers(key: string, own?: string): Promise<string | null> {
    const ids = await this.#idsOf(key);
    const kept = own ?? ids[0] ?? null;
    for (const UploadId of ids.filter((id) => id !== kept)) {
      const place = { Bucket: this.bucket, Key: key, UploadId };
      await this.client.abortMultipartUpload(place).catch((error: Error) => {
        if (error.name !== 'NoSuchUpload') throw error;
      });
    }
    return kept;
  }
}
