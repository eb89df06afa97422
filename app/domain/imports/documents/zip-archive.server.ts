import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { TableError } from './table';

/** Entries of an archive and bytes inside it: a workbook of fifty thousand rows needs a fifth. */
const [MOST_ENTRIES, MOST_BYTES] = [2_000, 300_000_000];

export type Archive = { has(name: string): boolean; text(name: string): AsyncGenerator<string> };

const open = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    // The reader itself refuses an entry with more bytes than it declares.
    const options = { lazyEntries: true, validateEntrySizes: true, autoClose: false } as const;
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options, (error, file) =>
      file ? resolve(file) : reject(error ?? new Error('no archive')),
    );
  });

const listEntries = (file: ZipFile): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    let bytes = 0;
    file.on('entry', (entry: Entry) => {
      bytes += entry.uncompressedSize;
      entries.set(entry.fileName, entry);
      if (bytes > MOST_BYTES || entries.size > MOST_ENTRIES) reject(new TableError('too-big-inside'));
      else file.readEntry();
    });
    file.once('end', () => resolve(entries));
    file.once('error', reject);
    file.readEntry();
  });

const streamOf = (file: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) =>
      stream ? resolve(stream) : reject(error ?? new Error('no stream')),
    );
  });

async function* textOf(file: ZipFile, entry: Entry): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  try {
    for await (const chunk of await streamOf(file, entry)) yield decoder.decode(chunk, { stream: true });
  } catch {
    throw new TableError('damaged');
  }
  yield decoder.decode();
}

/** The entries of a zip as texts. Throws TableError for one that is damaged or grows too big. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const file = await open(bytes).catch(() => {
    throw new TableError('damaged');
  });
  const entries = await listEntries(file).catch((error: unknown) => {
    throw error instanceof TableError ? error : new TableError('damaged');
  });
  return {
    has: (name) => entries.has(name),
    async *text(name) {
      const entry = entries.get(name);
      if (entry) yield* textOf(file, entry);
    },
  };
}
