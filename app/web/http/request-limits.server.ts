import type { IncomingMessage } from 'node:http';
import { isCleanText } from '~/platform/input';
import { lingerOverBody } from './linger.server';
import { answerText, type PlainMiddleware, type PlainResponse, pathOf } from './plain';
import { refuse } from './refuse.server';

/** No form or JSON of ours is larger; uploads have their own address and limit. */
const MAX_BODY = 1_000_000;

/** Caption files are sent with their form: a megabyte above the limit that the page itself explains. */
const CAPTIONS = /^\/(kk|ru|ja|en)\/studio\/recordings\/[^/]+\/captions\/?$/;
const MAX_CAPTIONS = 3_000_000;

/** Scans of papers: five files of ten megabytes, and some more, so that the page itself says which one is too large. */
const PAPERS = /^\/(kk|ru|ja|en)\/me\/evidence\/new\/?$/;
const MAX_PAPERS = 60_000_000;

/** Tables of a register: a megabyte above the limit that the page itself explains. */
const IMPORTS = /^\/(kk|ru|ja|en)\/office\/imports\/?$/;
const MAX_IMPORTS = 21_000_000;

function limitOf(path: string): number {
  if (PAPERS.test(path)) return MAX_PAPERS;
  if (IMPORTS.test(path)) return MAX_IMPORTS;
  return CAPTIONS.test(path) ? MAX_CAPTIONS : MAX_BODY;
}
const MAX_URL = 8_000;

/** Milliseconds in which an ordinary body must be here; only parts of an upload may take hours. */
const BODY_MS = 60_000;

/** Bytes a millisecond of the slowest line that may send a body: 64 kbit/s. */
const SLOWEST = 8;

const timeFor = (bytes: number): number => Math.max(BODY_MS, bytes / SLOWEST);

/** Bytes of an upload: the upload itself says how many there are, and takes no more. */
const isPart = (req: IncomingMessage): boolean =>
  req.method === 'PATCH' && pathOf(req).startsWith('/uploads/');

/** Ends slow senders, which Node's own limit for all requests could do only for uploads as well. */
function endSlowBody(req: IncomingMessage, res: PlainResponse, bytes: number): void {
  const limit = setTimeout(() => {
    if (req.complete) return;
    if (!res.headersSent) {
      res.setHeader('Connection', 'close');
      refuse(req, res, 408, 'shell:refused.too-slow');
    }
    req.destroy();
  }, timeFor(bytes));
  res.once('close', () => clearTimeout(limit));
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']);

const decodable = (text: string): string | null => {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return null;
  }
};

/** Refuses addresses and bodies that nothing of ours sends: too long, undecodable, NUL bytes, without a length. */
export const requestLimits: PlainMiddleware = (req, res, next) => {
  const { url = '', method = '', headers } = req;
  const length = headers['content-length'];
  const hasBody = length !== undefined || headers['transfer-encoding'] !== undefined;
  if (hasBody) lingerOverBody(req, res);
  if (url.length > MAX_URL) return refuse(req, res, 414, 'shell:refused.address-too-long');
  const decoded = decodable(url);
  if (decoded === null || !isCleanText(decoded))
    return refuse(req, res, 400, 'shell:refused.address-unreadable');
  if (isPart(req)) return next();
  if (hasBody && length === undefined) return answerText(res, 411, 'The length of the content is missing.');
  const bytes = Number(length ?? 0);
  if (bytes > limitOf(pathOf(req))) return refuse(req, res, 413, 'shell:refused.too-large');
  if (hasBody) endSlowBody(req, res, bytes);
  if (!METHODS.has(method)) return answerText(res, 405, 'Method not allowed.');
  next();
};
