import type { Request, Response } from 'express';
import { isUnchanged } from '~/web/http/send-stored.server';

/** Answers with a signed document, byte for byte, to software of anybody; a known `etag` with 304. */
export function sendSigned(
  req: Request,
  res: Response,
  { body, type, etag, cache }: { body: string; type: string; etag: string; cache: string },
): void {
  res.set({
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': cache,
    ETag: etag,
  });
  if (isUnchanged(req, etag)) {
    res.status(304).end();
    return;
  }
  res.writeHead(200, { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) });
  res.end(body);
}

/** Media type of signed credentials as JSON-LD. */
export const CREDENTIAL_TYPE = 'application/vc+ld+json';
