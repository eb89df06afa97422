import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { type Storage, StorageError } from '~/platform/storage/storage';
import type { StoredRange } from '~/platform/storage/stored-range';

/** Whether the client holds these bytes already. */
export const isUnchanged = (req: Request, etag: string): boolean =>
  (req.get('if-none-match') ?? '').split(',').some((tag) => tag.trim() === etag || tag.trim() === '*');

/** Answers with a stored file, or the part of it that was asked for. Headers about its kind and age are set before. */
export async function sendStored(
  req: Request,
  res: Response,
  storage: Storage,
  { key, bytes, etag, range }: StoredRange,
): Promise<void> {
  res.setHeader('ETag', etag);
  res.setHeader('Accept-Ranges', 'bytes');
  if (isUnchanged(req, etag)) {
    res.status(304).end();
    return;
  }
  if (range === 'unsatisfiable') {
    res.status(416).setHeader('Content-Range', `bytes */${bytes}`);
    res.end();
    return;
  }
  if (range) res.status(206).setHeader('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`);
  const length = range ? range.end - range.start + 1 : bytes;
  res.setHeader('Content-Length', length);
  if (req.method === 'HEAD' || bytes === 0) {
    res.end();
    return;
  }
  await send(range ? storage.read(key, range) : storage.read(key), length, res);
}

/** Up to this size an answer goes out in one piece: most segments of low qualities do. */
const onePiece = 128 * 1024;

async function send(content: Readable, length: number, res: Response): Promise<void> {
  if (length <= onePiece) {
    const chunks: Buffer[] = [];
    for await (const chunk of content) chunks.push(chunk);
    res.end(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
    return;
  }
  await pipeline(content, res).catch((error: unknown) => {
    if (!isGone(error)) throw error;
  });
}

/** Viewers leave in the middle of a segment all the time; a storage that breaks off is a fault. */
const isGone = (error: unknown): boolean =>
  error instanceof Error &&
  !(error instanceof StorageError) &&
  'code' in error &&
  (error.code === 'ERR_STREAM_PREMATURE_CLOSE' || error.code === 'ECONNRESET' || error.code === 'EPIPE');
