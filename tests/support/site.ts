import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import pino from 'pino';
import { afterAll, beforeAll } from 'vitest';
import { systemClock } from '~/platform/clock';
import { newId } from '~/platform/ids';
import { buildContext } from '~/web/build-context.server';
import { createApp } from '~/web/http/create-app.server';
import { ensureBuild } from '../../scripts/lib/build.mjs';
import { inRoot } from '../../scripts/lib/project.mjs';
import { openWorld, type TestWorld, type WorldOptions } from './database';
import { demoTemplate } from './demo-template';
import { drainJobs } from './drain-jobs';
import { type WebClient, webClient } from './web-client';

export type LogLine = { level: number; msg?: string; err?: string; path?: string };

export type Site = TestWorld & {
  /** Such as 'http://127.0.0.1:4000'. */
  origin: string;
  visitor(): WebClient;
  /** Signs in through the real form; 'coach' stands for coach@demo.test. */
  signIn(name: string): Promise<WebClient>;
  drainJobs(): Promise<number>;
  /** Everything logged so far at warn (40) or above. */
  logged: LogLine[];
};

export type SiteOptions = Pick<WorldOptions, 'environment'> & {
  /** With the demo's data and the real clock; otherwise the database is empty and the clock stands still. */
  demo?: boolean;
};

let built: Promise<void> | undefined;

/** The sources do not change while tests run. */
async function builtOnce(): Promise<Record<string, never>> {
  built ??= ensureBuild();
  await built;
  return {};
}

/** The first file of a run builds the product and loads the demo. */
const FIRST_LIMIT_MS = 400_000;

const DEMO_PASSWORD = 'shihan-demo';

/** Pino's level of errors. */
export const ERROR = 50;

function keptLog(): { log: pino.Logger; logged: LogLine[] } {
  const logged: LogLine[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  return { log, logged };
}

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const pages = (): Promise<ServerBuild> =>
  import(/* @vite-ignore */ pathToFileURL(inRoot('build/server/index.js')).href);

async function signIn(origin: string, name: string): Promise<WebClient> {
  const client = webClient(origin);
  const contact = name.includes('@') ? name : `${name}@demo.test`;
  const answer = await client.post('/ru/sign-in', { contact, password: DEMO_PASSWORD });
  if (answer.status !== 303) throw new Error(`${contact} could not sign in: ${answer.status}`);
  return client;
}

/** A sign of life as a worker gives it: tests run its jobs themselves. */
const beat = ({ services }: TestWorld) =>
  services.database.client.workerHeartbeat.create({
    data: { id: 'tests', seen: new Date(Date.now() + 3_600_000) },
  });

/** The real app over HTTP, on a database of its own and the built pages. */
export async function openSite({
  demo = false,
  environment = {},
}: SiteOptions = {}): Promise<Site & { close(): Promise<void> }> {
  const template = demo ? await demoTemplate() : await builtOnce();
  const world = await openWorld({ ...template, environment });
  await beat(world);
  const { log, logged } = keptLog();
  const services = { ...world.services, log, ...(demo ? { clock: systemClock } : {}) };
  const app = createApp({ services, build: await pages(), clientFolder: inRoot('build/client') });
  const server = createServer(app);
  const origin = await listening(server);
  return {
    ...world,
    services,
    ctx: (actor = null, lang = actor?.lang ?? 'ru') =>
      buildContext(services, { actor, lang, requestId: newId() }),
    origin,
    logged,
    visitor: () => webClient(origin),
    signIn: (name) => signIn(origin, name),
    drainJobs: () => drainJobs(services),
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await world.close();
    },
  };
}

/** One site for a test file; read `.current` inside tests. */
export function useSite(options: SiteOptions = {}): { readonly current: Site } {
  let site: Awaited<ReturnType<typeof openSite>> | null = null;
  beforeAll(async () => {
    site = await openSite(options);
  }, FIRST_LIMIT_MS);
  afterAll(() => site?.close());
  return {
    get current() {
      if (!site) throw new Error('The site opens in beforeAll');
      return site;
    },
  };
}
