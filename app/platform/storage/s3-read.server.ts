import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { ByteRange } from './byte-range';
import { toStorageError } from './s3-client.server';

export type InBucket = { client: S3Client; bucket: string; key: string };

/** Bytes held for a reader that is slower than the bucket. */
const CHUNK = 256 * 1024;

/** Connections that may break one after the other without having brought a byte, and milliseconds between two. */
const [patience, pause] = [3, 200];

const headerOf = (at: number, range?: ByteRange): string | undefined =>
  range || at > 0 ? `bytes=${at}-${range?.end ?? ''}` : undefined;

/** Asks for the bytes from `at` on, of the same object as before. */
async function ask(
  { client, bucket, key }: InBucket,
  wanted: string | undefined,
  etag: string | undefined,
  signal: AbortSignal,
) {
  const { Body, ContentLength, ETag } = await client.send(
    new GetObjectCommand({ Bucket: bucket, Key: key, Range: wanted, IfMatch: etag }),
    { abortSignal: signal },
  );
  if (!(Body instanceof Readable)) throw new Error('The bucket sent no content');
  if (ContentLength === undefined) throw new Error('The bucket did not say how much it sends');
  return { body: Body, length: ContentLength, etag: ETag };
}

async function pour(
  place: InBucket,
  range: ByteRange | undefined,
  out: PassThrough,
  signal: AbortSignal,
): Promise<void> {
  let at = range?.start ?? 0;
  let [end, broken]: [number | null, number] = [null, 0];
  let etag: string | undefined;
  while (end === null || at < end) {
    const { body, length, ...got } = await ask(place, headerOf(at, range), etag, signal);
    etag ??= got.etag;
    end ??= at + length;
    const leave = () => body.destroy();
    signal.addEventListener('abort', leave, { once: true });
    try {
      for await (const chunk of body) {
        at += chunk.length;
        broken = 0;
        if (!out.write(chunk)) await once(out, 'drain', { signal });
      }
    } catch (error) {
      broken += 1;
      if (signal.aborted || broken > patience) throw error;
      await wait(pause);
    } finally {
      signal.removeEventListener('abort', leave);
    }
  }
}

/**
 * The object's bytes; goes on where a connection broke off. Destroyed before its end, it ends the request; the stream fails
 * with a StorageError.
 */
export function readObject(place: InBucket, range?: ByteRange): Readable {
  const left = new AbortController();
  const out = new PassThrough({ highWaterMark: CHUNK });
  out.once('close', () => left.abort());
  pour(place, range, out, left.signal).then(
    () => out.end(),
    (error: unknown) => {
      const told = toStorageError(error, place.key);
      out.destroy(told instanceof Error ? told : new Error(String(told)));
    },
  );
  return out;
}
