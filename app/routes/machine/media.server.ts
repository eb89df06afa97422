import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { type OpenedMedia, openMedia } from '~/domain/media/open-media.server';
import { DEFAULT_LANG } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import type { Storage } from '~/platform/storage/storage';
import { buildContext } from '~/web/build-context.server';
import { readCookie, sessionCookieName } from '~/web/cookies.server';
import { findLearner } from '~/web/current-actor.server';
import type { Services } from '~/web/services';
import type { MachineHandler } from './machine-handler';

/** Segments follow each other by the second: a session is looked up once a minute, so that its end stops playback. */
async function sessionIdOf(req: Request, services: Services): Promise<string | null> {
  const cookie = readCookie(
    { headers: { get: (name) => req.get(name) ?? null } },
    sessionCookieName(services.config),
  );
  return cookie ? ((await findLearner(services, cookie))?.sessionId ?? null) : null;
}

/** Media has no actor of its own: one context serves every request of a process. */
const contexts = new WeakMap<Services, Ctx>();

function contextOf(services: Services): Ctx {
  const known = contexts.get(services);
  if (known) return known;
  const made = buildContext(services, { actor: null, lang: DEFAULT_LANG, requestId: 'media' });
  contexts.set(services, made);
  return made;
}

const queryOf = (url: string) => new URLSearchParams(url.split('?', 2)[1] ?? '');

/** Packaged recordings at signed addresses: `/media/<token>/<asset>/<file>`, with single byte ranges. */
export const media: MachineHandler = async (req, res, services) => {
  const opened = await openMedia(contextOf(services), {
    token: req.params.token ?? '',
    assetId: req.params.assetId ?? '',
    path: req.params[0] ?? '',
    query: queryOf(req.originalUrl),
    range: req.get('range'),
    rangeCondition: req.get('if-range'),
    sessionId: () => sessionIdOf(req, services),
  });
  const seconds = Math.max(
    0,
    Math.floor((opened.keepUntil.getTime() - services.clock.now().getTime()) / 1000),
  );
  res.setHeader('Content-Type', opened.contentType);
  res.setHeader(
    'Cache-Control',
    `private, max-age=${opened.kind === 'file' ? seconds : Math.min(seconds, 60)}`,
  );
  res.setHeader('X-Content-Type-Options', 'nosniff');
  if (opened.kind === 'text') {
    res.end(req.method === 'HEAD' ? undefined : opened.text);
    return;
  }
  await sendFile(req, res, services.storage, opened);
};

const isUnchanged = (req: Request, etag: string): boolean =>
  (req.get('if-none-match') ?? '').split(',').some((tag) => tag.trim() === etag || tag.trim() === '*');

async function sendFile(
  req: Request,
  res: Response,
  storage: Storage,
  { key, bytes, etag, range }: Extract<OpenedMedia, { kind: 'file' }>,
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

/** Viewers leave in the middle of a segment all the time. */
const isGone = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ERR_STREAM_PREMATURE_CLOSE' || error.code === 'ECONNRESET' || error.code === 'EPIPE');
