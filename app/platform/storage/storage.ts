import type { Readable } from 'node:stream';

export type StoredFile = { bytes: number; modifiedAt: Date };

/** Files by key ('media/…', 'documents/…'). A file appears whole or not at all. */
export type Storage = {
  /** Writes the whole stream, then makes the file visible under its key. */
  put(key: string, content: Readable | Uint8Array): Promise<void>;
  /** Bytes `start` to `end` inclusive, or all. Throws when the file does not exist. */
  read(key: string, range?: { start: number; end: number }): Readable;
  find(key: string): Promise<StoredFile | null>;
  /** Every key below the prefix; for packaging folders, not for large trees. */
  list(prefix: string): Promise<string[]>;
  /** Removes the file or the folder; nothing happens when it is not there. */
  remove(prefix: string): Promise<void>;
  /** Bytes that can still be stored; null where there is no end that we know of. */
  freeBytes(): Promise<number | null>;
  /** The path on this machine's disk, for programs such as ffmpeg that read files. */
  localPath(key: string): string;
};
