import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import { type RequestHandler, Router } from 'express';

type Build = ServerBuild | (() => Promise<ServerBuild>);

const handlerOf = (build: Build): RequestHandler =>
  createRequestHandler({ build, getLoadContext: (_req, res) => res.locals.page });

/** Fixed words before parameters before the rest: the order in which addresses are tried. */
function compareAddresses(a: string, b: string): number {
  const weigh = (segment = '') => (segment === '*' ? 2 : segment.startsWith(':') ? 1 : 0);
  const [left, right] = [a.split('/'), b.split('/')];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = weigh(left[index]) - weigh(right[index]);
    if (difference !== 0) return difference;
  }
  return 0;
}

function pick<V>(routes: Readonly<Record<string, V>>, ids: readonly string[]): Record<string, V> {
  return Object.fromEntries(Object.entries(routes).filter(([id]) => ids.includes(id)));
}

/** The build with one page alone. */
function only(build: ServerBuild, id: string): ServerBuild {
  const ids = ['root', id];
  const assets = { ...build.assets, routes: pick(build.assets.routes, ids) };
  return { ...build, assets, routes: pick(build.routes, ids) };
}

/**
 * Remix, with a handler of its own for each page. Remix ranks its whole route table for every request, twice; here an
 * address is found once, and the cost of a page does not grow with the number of pages.
 */
export function pages(build: Build): RequestHandler {
  const router = Router();
  if (typeof build !== 'function') {
    const own = Object.values(build.routes).filter(({ parentId, path }) => parentId === 'root' && path);
    own.sort((a, b) => compareAddresses(a.path ?? '', b.path ?? ''));
    for (const { id, path } of own) {
      let handler: RequestHandler | null = null;
      router.all(`/${path}`, (req, res, next) => {
        handler ??= handlerOf(only(build, id));
        return handler(req, res, next);
      });
    }
  }
  router.all('*', handlerOf(build));
  return router;
}
