import { index, prefix, type RouteConfig, route } from '@remix-run/route-config';

/** Every page of the product. Machine addresses stand in routes/machine/table.ts. */
export default [
  ...prefix(':lang', [
    index('routes/public/home.tsx'),
    route('*', 'routes/public/not-found.tsx'),
  ]),
] satisfies RouteConfig;
