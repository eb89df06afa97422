import type { Request, RequestHandler, Response } from 'express';
import { isCleanText } from '~/platform/input';

/** No form or JSON of ours is larger; uploads have their own address and limit. */
const MAX_BODY = 1_000_000;

/** Caption files are sent with their form: a megabyte above the limit that the page itself explains. */
const CAPTIONS = /^\/(kk|ru|ja|en)\/studio\/recordings\/[^/]+\/captions\/?$/;
const MAX_CAPTIONS = 3_000_000;

const limitOf = (path: string): number => (CAPTIONS.test(path) ? MAX_CAPTIONS : MAX_BODY);
const MAX_URL = 8_000;

/** Milliseconds in which an ordinary body must be here; only parts of an upload may take hours. */
const BODY_MS = 60_000;

/** Bytes of an upload: the upload itself says how many there are, and takes no more. */
const isPart = (req: Request): boolean => req.method === 'PATCH' && req.path.startsWith('/uploads/');

/** Ends slow senders, which Node's own limit for all requests could do only for uploads as well. */
function endSlowBody(req: Request, res: Response): void {
  const limit = setTimeout(() => {
    if (req.complete) return;
    res.set('Connection', 'close').status(408).type('text/plain').send('The content came too slowly.');
    req.destroy();
  }, BODY_MS);
  res.once('close', () => clearTimeout(limit));
}

const decodable = (text: string): string | null => {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return null;
  }
};

/** Refuses addresses and bodies that nothing of ours sends: too long, undecodable, NUL bytes, without a length. */
export const requestLimits: RequestHandler = (req, res, next) => {
  const refuse = (status: number, why: string) => res.status(status).type('text/plain').send(why);
  if (req.originalUrl.length > MAX_URL) return refuse(414, 'The address is too long.');
  const decoded = decodable(req.originalUrl);
  if (decoded === null || !isCleanText(decoded)) return refuse(400, 'The address cannot be read.');
  if (isPart(req)) return next();
  const length = req.get('content-length');
  const hasBody = length !== undefined || req.get('transfer-encoding') !== undefined;
  if (hasBody && length === undefined) return refuse(411, 'The length of the content is missing.');
  if (Number(length ?? 0) > limitOf(req.path)) {
    res.set('Connection', 'close');
    return refuse(413, 'The content is too large.');
  }
  if (hasBody) endSlowBody(req, res);
  if (!['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'].includes(req.method))
    return refuse(405, 'Method not allowed.');
  next();
};
