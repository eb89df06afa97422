import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';
import { LRUCache } from 'lru-cache';
import { readContentVersion } from '~/platform/db/content-version.server';
import type { PageRequest } from '../load-context';
import type { Services } from '../services';

type Encoding = 'br' | 'gzip' | 'identity';
type Entry = {
  version: string;
  until: Date | null;
  etag: string;
  headers: Record<string, string>;
  bodies: Record<Encoding, Buffer>;
};

const MAX_BYTES = 48 * 1024 * 1024;
const KEPT_HEADERS = ['content-type', 'content-language', 'link'];

/** Query parameters that change a page; anything else is left out of the key and of what loaders see. */
const KNOWN_PARAMETERS = new Set([
  'q',
  'level',
  'theme',
  'age',
  'audio',
  'captions',
  'length',
  'lang',
  'mandatory',
  'open',
  'sort',
  'after',
  'page',
  'version',
  'm',
]);

export const VARY = 'Cookie, Accept-Encoding';

const brotli = promisify(brotliCompress);
const gz = promisify(gzip);

function keyOf(req: Request): string | null {
  const url = new URL(req.originalUrl, 'http://localhost');
  if (url.search.length > 300) return null;
  for (const name of url.searchParams.keys()) if (!KNOWN_PARAMETERS.has(name)) return null;
  url.searchParams.sort();
  return `${url.pathname}?${url.searchParams}`;
}

/** Browsers name gzip first and mean nothing by the order: the smaller one wins where both are welcome. */
function encodingOf(req: Request): Encoding {
  if (req.acceptsEncodings('br')) return 'br';
  return req.acceptsEncodings('gzip') ? 'gzip' : 'identity';
}

/** Weak comparison, as RFC 9110 asks for If-None-Match. */
const matches = (header: string | undefined, etag: string): boolean =>
  header?.split(',').some((part) => part.trim().replace(/^W\//, '') === etag) ?? false;

function answer(req: Request, res: Response, entry: Entry): void {
  const encoding = encodingOf(req);
  const etag = `${entry.etag.slice(0, -1)}-${encoding}"`;
  res.set({ ...entry.headers, ETag: etag, 'Cache-Control': 'no-cache', Vary: VARY, 'X-Page-Cache': 'hit' });
  if (matches(req.get('if-none-match'), etag)) {
    res.status(304).end();
    return;
  }
  const body = entry.bodies[encoding];
  if (encoding !== 'identity') res.set('Content-Encoding', encoding);
  res.set('Content-Length', String(body.length));
  res.status(200).end(req.method === 'HEAD' ? undefined : body);
}

async function entryFrom(html: Buffer, res: Response, version: string, until: Date | null): Promise<Entry> {
  const headers: Record<string, string> = {};
  for (const name of KEPT_HEADERS) {
    const value = res.getHeader(name);
    if (value !== undefined) headers[name] = String(value);
  }
  const [br, zipped] = await Promise.all([
    brotli(html, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 9,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
    gz(html, { level: 9 }),
  ]);
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
  return { version, until, etag, headers, bodies: { br, gzip: zipped, identity: html } };
}

/** Collects what is written, without holding it back. */
function collect(res: Response, done: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const { write, end } = res;
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as string));
  };
  res.write = function (this: Response, ...args: Parameters<typeof write>) {
    keep(args[0]);
    return write.apply(this, args);
  } as typeof write;
  res.end = function (this: Response, ...args: Parameters<typeof end>) {
    keep(args[0]);
    const result = end.apply(this, args);
    done(Buffer.concat(chunks));
    return result;
  } as typeof end;
}

export type PageCache = {
  /** Before compression: answers with a kept page when it is still the right one. */
  serve: RequestHandler;
  /** After compression: keeps a page whose loader allowed it. */
  keep: RequestHandler;
};

/**
 * Whole pages for visitors without a session. Each hit compares the one content version row, so that several web
 * processes stay right, and the page's own next change by the clock.
 */
export function pageCache(services: Services, isAnonymous: (req: Request) => boolean): PageCache {
  const entries = new LRUCache<string, Entry>({
    maxSize: MAX_BYTES,
    sizeCalculation: (entry) =>
      entry.bodies.br.length + entry.bodies.gzip.length + entry.bodies.identity.length + 500,
  });
  const eligible = (req: Request) => (req.method === 'GET' || req.method === 'HEAD') && isAnonymous(req);
  return {
    async serve(req, res, next) {
      const key = eligible(req) ? keyOf(req) : null;
      const entry = key ? entries.get(key) : undefined;
      if (!entry) return next();
      const version = await readContentVersion(services.database.pool).catch(() => null);
      const stale =
        version !== entry.version || (entry.until !== null && entry.until <= services.clock.now());
      if (stale) return next();
      answer(req, res, entry);
    },
    async keep(req, res, next) {
      const key = req.method === 'GET' && eligible(req) ? keyOf(req) : null;
      if (!key) return next();
      const version = await readContentVersion(services.database.pool).catch(() => null);
      if (version === null) return next();
      const page: PageRequest = res.locals.page;
      collect(res, (html) => {
        if (!page.cache.allowed || res.statusCode !== 200 || html.length === 0) return;
        void entryFrom(html, res, version, page.cache.until).then((entry) => entries.set(key, entry));
      });
      next();
    },
  };
}
