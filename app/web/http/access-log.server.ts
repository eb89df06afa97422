import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type QueryCount, queryCount } from '~/platform/db/connect.server';
import { observeRequest } from '~/platform/metrics/metrics.server';
import type { Services } from '../services';
import { type PlainMiddleware, pathOf } from './plain';

/** The path without anything that could be a secret or a person: media tokens, codes of links, serials and ids are cut out. */
export const loggedPath = (path: string): string =>
  path
    .replace(/^\/media\/[^/]+/, '/media/·')
    .replace(/\/(v|verify|credentials|confirm-email|reset-password|invitation)\/[^/]+/, '/$1/·')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '·')
    .slice(0, 200);

/** One line of the log when a request ends; ready-made assets are not worth one. */
function noteEnd(
  services: Services,
  req: IncomingMessage,
  res: ServerResponse,
  facts: { request: string; count: QueryCount | null },
): void {
  const started = performance.now();
  const path = pathOf(req);
  res.once('close', () => {
    const ms = Math.round(performance.now() - started);
    observeRequest(res.statusCode, ms / 1000);
    if (!services.log.isLevelEnabled('info') || path.startsWith('/assets/')) return;
    const { request, count } = facts;
    const line = { request, method: req.method, path: loggedPath(path), status: res.statusCode, ms };
    services.log.info({ ...line, ...count }, 'request');
  });
}

/** Runs the request with its statements counted, and tells the browser how many there were. */
function counted(res: ServerResponse, count: QueryCount, next: () => void): void {
  const { writeHead } = res;
  res.writeHead = function (this: typeof res, ...args: Parameters<typeof writeHead>) {
    res.setHeader('Server-Timing', `db;desc="${count.queries}"`);
    return writeHead.apply(this, args);
  } as typeof writeHead;
  queryCount.run(count, next);
}

/** Gives every request an id and writes one line when it ends; at the level debug also how many statements it took. */
export function accessLog(services: Services): PlainMiddleware {
  return (req, res, next) => {
    const request = randomUUID();
    res.locals = { requestId: request };
    res.setHeader('X-Request-Id', request);
    const count = services.config.logLevel === 'debug' ? { queries: 0 } : null;
    noteEnd(services, req, res, { request, count });
    if (count) counted(res, count, next);
    else next();
  };
}
