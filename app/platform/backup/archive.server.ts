import { Readable } from 'node:stream';
import { extract, type Pack, pack } from 'tar-stream';

type Sink = ReturnType<Pack['entry']>;

/** One file of an archive; what is not read of its content is passed over. */
export type Entry = { name: string; bytes: number; content: AsyncIterable<Uint8Array> };

/** What a stream without types gives. */
async function* bytesOf(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk;
}

/** Resolves when the sink takes more, or never will. */
const free = (sink: Sink) =>
  new Promise<void>((resolve) => {
    const go = () => {
      sink.off('drain', go);
      sink.off('close', go);
      resolve();
    };
    sink.on('drain', go);
    sink.on('close', go);
  });

async function pump({ content, name }: Entry, sink: Sink): Promise<void> {
  for await (const chunk of content) {
    if (sink.destroyed) throw new Error(`The archive was closed while ${name} was written`);
    if (!sink.write(chunk)) await free(sink);
  }
  sink.end(undefined);
}

function add(target: Pack, entry: Entry): Promise<void> {
  return new Promise((resolve, reject) => {
    const header = { name: entry.name, size: entry.bytes, mode: 0o600 };
    const sink = target.entry(header, (error) => (error ? reject(error) : resolve(undefined)));
    pump(entry, sink).catch((error: unknown) => {
      reject(error);
      target.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
}

/** The entries as one tar archive, written as it is read. An entry of another length than it says fails. */
export async function* archived(entries: AsyncIterable<Entry>): AsyncGenerator<Uint8Array> {
  const target = pack();
  const feeding = (async () => {
    for await (const entry of entries) await add(target, entry);
    target.finalize();
  })().catch((error: unknown) => {
    target.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  try {
    yield* bytesOf(target);
  } finally {
    target.destroy();
    await feeding;
  }
}

/** The entries of a tar archive in their order. Fails when the archive ends early. */
export async function* entriesOf(archive: AsyncIterable<Uint8Array>): AsyncGenerator<Entry> {
  const reader = extract();
  const source = Readable.from(archive, { objectMode: false });
  source.on('error', (error) => reader.destroy(error));
  source.pipe(reader);
  try {
    for await (const entry of reader) {
      yield { name: entry.header.name, bytes: entry.header.size ?? 0, content: bytesOf(entry) };
      entry.resume();
    }
  } finally {
    source.destroy();
    reader.destroy();
  }
}
