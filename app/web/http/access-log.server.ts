import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { type QueryCount, queryCount } from '~/platform/db/connect.server';
import { observeRequest } from '~/platform/metrics/metrics.server';
import type { Services } from '../services';

/** The path without anything that could be a secret or a person: media tokens, serials and ids are cut out. */
export const loggedPath = (path: string): string =>
  path
    .replace(/^\/media\/[^/]+/, '/media/·')
    .replace(/\/(v|verify|credentials)\/[^/]+/, '/$1/·')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '·')
    .slice(0, 200);

/** One line of the log when a request ends; ready-made assets are not worth one. */
function noteEnd(services: Services, req: Request, res: Response, count: QueryCount | null): void {
  const started = performance.now();
  res.once('close', () => {
    const ms = Math.round(performance.now() - started);
    observeRequest(res.statusCode, ms / 1000);
    if (!services.log.isLevelEnabled('info') || req.path.startsWith('/assets/')) return;
    const { method } = req;
    const facts = {
      request: res.locals.requestId,
      method,
      path: loggedPath(req.path),
      status: res.statusCode,
      ms,
    };
    services.log.info({ ...facts, ...count }, 'request');
  });
}

/** Runs the request with its statements counted, and tells the browser how many there were. */
function counted(res: Response, count: QueryCount, next: () => void): void {
  const { writeHead } = res;
  res.writeHead = function (this: typeof res, ...args: Parameters<typeof writeHead>) {
    res.setHeader('Server-Timing', `db;desc="${count.queries}"`);
    return writeHead.apply(this, args);
  } as typeof writeHead;
  queryCount.run(count, next);
}

/** Gives every request an id and writes one line when it ends; at the level debug also how many statements it took. */
export function accessLog(services: Services): RequestHandler {
  return (req, res, next) => {
    const requestId = randomUUID();
    res.locals.requestId = requestId;
    res.setHeader('X-Request-Id', requestId);
    const count = services.config.logLevel === 'debug' ? { queries: 0 } : null;
    noteEnd(services, req, res, count);
    if (count) counted(res, count, next);
    else next();
  };
}
