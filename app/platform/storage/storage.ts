import type { Readable } from 'node:stream';
import type { S3Access } from '../config/s3-access';

export type StoredFile = { bytes: number; modifiedAt: Date };

/** Where files lie, for the upload protocol, which writes them as their bytes come. */
export type StoragePlace = { folder: string } | { bucket: S3Access };

/** Files by key ('media/…', 'documents/…'). A file appears whole or not at all. */
export type Storage = {
  place: StoragePlace;
  /** Writes the whole stream, then makes the file visible under its key. */
  put(key: string, content: Readable | Uint8Array): Promise<void>;
  /** Bytes `start` to `end` inclusive, or all. The stream fails when the file does not exist. */
  read(key: string, range?: { start: number; end: number }): Readable;
  find(key: string): Promise<StoredFile | null>;
  /** Every key below the prefix; for packaging folders, not for large trees. '' is everything, for backups. */
  list(prefix: string): Promise<string[]>;
  /**
   * Removes the file or the folder, with what is still on its way there; nothing happens when it is not there. Of a folder,
   * the files with the keys in `keep` stay.
   */
  remove(prefix: string, keep?: ReadonlySet<string>): Promise<void>;
  /** Bytes that can still be stored; null where there is no end that we know of. */
  freeBytes(): Promise<number | null>;
  /**
   * Gives `work` a path on this machine's disk, for programs such as ffmpeg that read files: the file itself, or a copy in
   * `scratch` that is removed afterwards. Throws when the file does not exist, and when the disk has no room for the copy.
   */
  withLocalFile<T>(key: string, scratch: string, work: (path: string) => Promise<T>): Promise<T>;
  /** Throws a StorageError when the storage refuses these keys, or knows no such place. */
  check(): Promise<void>;
};

/** What a storage on another machine answered; the message names the file, never a key of access. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  constructor(
    /** The service's own word, such as NoSuchKey or AccessDenied; of the network, such as ECONNREFUSED. */
    readonly code: string,
    /** Of HTTP; null: nothing was answered. */
    readonly status: number | null,
    message: string,
  ) {
    super(message);
  }
}
