import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { readConfig } from './platform/config/config.server';
import { createApp } from './web/http/create-app.server';
import { listen } from './web/http/listen.server';
import { onStop } from './web/http/stop.server';
import { closeServices, openServices } from './web/open-services.server';

/** Remix' own build, beside this bundle. */
async function builtPages(): Promise<ServerBuild> {
  return import(pathToFileURL(resolve('build/server/index.js')).href);
}

/** In development Vite serves sources and rebuilds pages on change. */
async function developmentPages() {
  const { createServer: createVite } = await import('vite');
  const vite = await createVite({
    configFile: 'scripts/config/vite.config.ts',
    server: { middlewareMode: true },
  });
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>;
  return { build, before: vite.middlewares };
}

async function main(): Promise<void> {
  const config = readConfig();
  const services = await openServices(config, 'web');
  const pages = config.dev ? await developmentPages() : { build: await builtPages() };
  const app = createApp({ services, clientFolder: resolve('build/client'), ...pages });
  const server = createServer(app);
  const stop = await listen(server, config);
  services.log.info({ host: config.host, port: config.port }, 'web ready');
  onStop(services.log, async () => {
    await stop();
    await closeServices(services);
  });
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
