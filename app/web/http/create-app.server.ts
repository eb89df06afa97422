import type { IncomingMessage, RequestListener } from 'node:http';
import { constants } from 'node:zlib';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Express, type Request, type Response } from 'express';
import { busyTable, machineTable } from '~/routes/machine/table';
import { readCookie, sessionCookieName } from '../cookies.server';
import { findActor } from '../current-actor.server';
import type { PageRequest } from '../load-context';
import type { Services } from '../services';
import { accessLog } from './access-log.server';
import { language } from './language.server';
import { machine } from './machine.server';
import { paceOf } from './pace.server';
import { packedAssets } from './packed-assets.server';
import { pageCache, VARY } from './page-cache.server';
import { pages } from './pages.server';
import { type PlainMiddleware, type PlainResponse, pathOf } from './plain';
import { requestLimits } from './request-limits.server';
import { machineHeaders, makeNonce, sameOriginWrites, securityHeaders } from './security.server';

export type AppOptions = {
  services: Services;
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Folder with the browser's files (build/client). */
  clientFolder: string;
  /** Development only: middleware that serves sources. */
  before?: express.RequestHandler;
};

const sessionOf = (req: Request, services: Services): string | null =>
  readCookie({ headers: { get: (name) => req.get(name) ?? null } }, sessionCookieName(services.config));

/** Brotli's default window makes small pages three times dearer to compress. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 16 } };

function pageRequest(req: Request, res: Response, services: Services): PageRequest {
  const token = sessionOf(req, services);
  let actor: ReturnType<PageRequest['actor']> | null = null;
  return {
    services,
    requestId: res.locals.requestId,
    address: req.ip ?? '',
    nonce: res.locals.nonce,
    actor() {
      actor ??= token ? findActor(services, token) : Promise.resolve(null);
      return actor;
    },
    drained: paceOf(res),
    cache: { allowed: false, until: null },
  };
}

/** How long a page may be kept, unless its own headers say it. */
function defaultCaching(res: Response, value: string): void {
  const { writeHead } = res;
  res.writeHead = function (this: Response, ...args: Parameters<typeof writeHead>) {
    if (!res.hasHeader('Cache-Control')) res.setHeader('Cache-Control', value);
    return writeHead.apply(this, args);
  } as typeof writeHead;
}

function serveFiles(app: Express, folder: string): void {
  app.get(/\.woff2$/, (req, res, next) =>
    req.get('save-data') === 'on' ? void res.status(204).end() : next(),
  );
  app.use(
    '/assets',
    packedAssets(`${folder}/assets`),
    express.static(`${folder}/assets`, { immutable: true, maxAge: '1y', index: false, redirect: false }),
  );
  app.use('/assets', (_req, res) => void res.status(404).type('text/plain').send('No such file.'));
  // Pages have no dot: none of them is looked for on the disk.
  app.get(/\.\w+$/, express.static(folder, { maxAge: '1h', index: false, redirect: false }));
}

/**
 * The busiest addresses, answered before Express: its own part would be as long as theirs. They are in its table as
 * well, which takes the other spellings of an address.
 */
function busyAddresses(services: Services): PlainMiddleware {
  const headers = machineHeaders(services.config);
  const handlers = new Map(
    busyTable.map(([method, path, handler]) => [`${method} ${path}`, machine(handler, services)]),
  );
  return (req, res, next) => {
    const handle = handlers.get(`${req.method?.toLowerCase()} ${pathOf(req)}`);
    if (handle) headers(req, res, () => handle(req, res));
    else next();
  };
}

/** The whole HTTP surface: what holds for every request, the busiest addresses, and all others. */
export function createApp(options: AppOptions): RequestListener {
  const { services } = options;
  const app = createExpress(options);
  const begin = accessLog(services);
  const sameOrigin = sameOriginWrites(services.config);
  const busy = busyAddresses(services);
  return (req: IncomingMessage, res) => {
    const answer = res as PlainResponse;
    begin(req, answer, () =>
      requestLimits(req, answer, () =>
        sameOrigin(req, answer, () => busy(req, answer, () => app(req, answer))),
      ),
    );
  };
}

/** Machine addresses, files, pages. */
function createExpress({ services, build, clientFolder, before }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by').set('etag', false).set('trust proxy', services.config.trustProxy);
  const plain = machineHeaders(services.config);
  for (const [method, path, handler] of machineTable) app[method](path, plain, machine(handler, services));
  app.use((req, res, next) => {
    res.locals.nonce = sessionOf(req, services) ? makeNonce() : null;
    next();
  });
  app.use(securityHeaders(services.config));
  if (before) app.use(before);
  serveFiles(app, clientFolder);
  app.use((req, res, next) => {
    if (!/\.data$|^\/__manifest/.test(req.path)) return next();
    res.status(404).type('text/plain').send('No such page.');
  });
  app.use(language(services.config));
  const cache = pageCache(
    services,
    (req) => !sessionOf(req, services) && !/\bflash=/.test(req.get('cookie') ?? ''),
  );
  app.use(cache.serve, compression({ threshold: 1024, brotli: BROTLI }));
  app.use((req, res, next) => {
    res.locals.page = pageRequest(req, res, services);
    res.set('Vary', VARY);
    defaultCaching(res, sessionOf(req, services) ? 'private, no-store' : 'no-cache');
    next();
  });
  app.use(cache.keep);
  app.use(pages(build));
  return app;
}
