import type { RequestHandler } from 'express';
import { type QueryCount, queryCount } from '~/platform/db/connect.server';
import { newId } from '~/platform/ids';
import { observeRequest } from '~/platform/metrics/metrics.server';
import type { Services } from '../services';

/** The path without anything that could be a secret or a person: media tokens, serials and ids are cut out. */
export const loggedPath = (path: string): string =>
  path
    .replace(/^\/media\/[^/]+/, '/media/·')
    .replace(/\/(v|verify|credentials)\/[^/]+/, '/$1/·')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '·')
    .slice(0, 200);

/** Gives every request an id, counts its queries, and writes one line when it ends. */
export function accessLog({ log, config }: Services): RequestHandler {
  return (req, res, next) => {
    const started = performance.now();
    const count: QueryCount = { queries: 0 };
    const requestId = newId();
    res.locals.requestId = requestId;
    res.setHeader('X-Request-Id', requestId);
    const { writeHead } = res;
    res.writeHead = function (this: typeof res, ...args: Parameters<typeof writeHead>) {
      if (config.demo) res.setHeader('Server-Timing', `db;desc="${count.queries}"`);
      return writeHead.apply(this, args);
    } as typeof writeHead;
    res.once('close', () => {
      const ms = Math.round(performance.now() - started);
      const path = loggedPath(req.path);
      observeRequest(res.statusCode, ms / 1000);
      if (!path.startsWith('/assets/')) {
        log.info(
          {
            request: requestId,
            method: req.method,
            path,
            status: res.statusCode,
            ms,
            queries: count.queries,
          },
          'request',
        );
      }
    });
    queryCount.run(count, next);
  };
}
