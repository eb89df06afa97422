import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import type { Lang } from '~/i18n/locales';
import type { Actor, Grant, Role } from '~/platform/actor';
import type { Clock } from '~/platform/clock';
import { parseEnvironment } from '~/platform/config/parse-environment';
import type { Ctx } from '~/platform/context';
import { newId } from '~/platform/ids';
import { localDateOf } from '~/platform/local-date';
import { buildContext } from '~/web/build-context.server';
import { closeServices, openServices } from '~/web/open-services.server';
import type { Services } from '~/web/services';
import { onDatabase } from './template-database';

export type TestClock = Clock & { set(moment: string | Date): void };

/** A clock that stands still until it is set. */
export function testClock(start = '2026-11-23T09:00:00Z'): TestClock {
  let now = new Date(start);
  return {
    now: () => now,
    today: (zone) => localDateOf(now, zone),
    set: (moment) => {
      now = new Date(moment);
    },
  };
}

export type TestWorld = {
  services: Services;
  clock: TestClock;
  /** A context of a visitor or of the actor. */
  ctx(actor?: Actor | null, lang?: Lang): Ctx;
  /** Database address of this world. */
  url: string;
};

const setting = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run the tests with scripts/config/vitest.config.ts`);
  return value;
};

export type WorldOptions = {
  /** Database to clone; the migrated, empty one when left out. */
  template?: string;
  /** DATA_DIR to copy. */
  data?: string;
  environment?: Record<string, string>;
};

/** A second name for each file instead of a copy: what is stored is replaced, never written into. */
function shareFiles(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isFile()) linkSync(source, target);
    else if (entry.isDirectory()) {
      mkdirSync(target, { mode: statSync(source).mode });
      shareFiles(source, target);
    }
  }
}

/** A database of its own, cloned from a template, and services on it. */
export async function openWorld(options: WorldOptions = {}): Promise<TestWorld & { close(): Promise<void> }> {
  const name = `shihan_test_${randomBytes(6).toString('hex')}`;
  const server = setting('SHIHAN_TEST_SERVER');
  const admin = new pg.Client({ connectionString: onDatabase(server, 'postgres') });
  await admin.connect();
  await admin.query(
    `CREATE DATABASE ${name} TEMPLATE ${options.template ?? setting('SHIHAN_TEST_TEMPLATE')} STRATEGY file_copy`,
  );
  const url = onDatabase(server, name);
  const folder = mkdtempSync(join(tmpdir(), 'shihan-world-'));
  if (options.data) shareFiles(options.data, folder);
  const clock = testClock();
  const own = { DATABASE_URL: url, DATA_DIR: folder, LOG_LEVEL: 'silent', DEMO: '1' };
  const config = parseEnvironment({ ...own, ...options.environment });
  const services = { ...(await openServices(config, 'command')), clock };
  return {
    services,
    clock,
    url,
    ctx: (actor = null, lang = actor?.lang ?? 'ru') =>
      buildContext(services, { actor, lang, requestId: newId() }),
    async close() {
      await closeServices(services);
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One world for a test file; read `.current` inside tests. */
export function useWorld(options: WorldOptions = {}): { readonly current: TestWorld } {
  let world: Awaited<ReturnType<typeof openWorld>> | null = null;
  beforeAll(async () => {
    world = await openWorld(options);
  });
  afterAll(() => world?.close());
  return {
    get current() {
      if (!world) throw new Error('The world opens in beforeAll');
      return world;
    },
  };
}

/** An actor as `authenticate` would give it, for tests of rules that need no account row. */
export const actorWith = (
  roles: readonly Role[] = [],
  path = '/kjf/',
  facts: Partial<Actor> = {},
): Actor => ({
  accountId: newId(),
  personId: newId(),
  sessionId: 'test',
  lang: 'ru',
  emailConfirmed: true,
  secondFactorPassed: true,
  name: 'Test',
  grants: roles.map((role): Grant => ({ role, organisationId: newId(), path, lang: null, level: null })),
  ...facts,
});
