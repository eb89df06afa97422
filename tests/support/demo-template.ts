import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { packageAsset } from '~/domain/media/package-asset.server';
import { parseEnvironment } from '~/platform/config/parse-environment';
import { newId } from '~/platform/ids';
import { buildContext } from '~/web/build-context.server';
import { closeServices, openServices } from '~/web/open-services.server';
import { ensureBuild } from '../../scripts/lib/build.mjs';
import { run } from '../../scripts/lib/process/run.mjs';
import { hashFiles, inRoot } from '../../scripts/lib/project.mjs';
import { findFfmpeg } from '../../scripts/lib/tools.mjs';
import { drainJobs } from './drain-jobs';
import { onDatabase } from './template-database';

export type DemoTemplate = { template: string; data: string };

/** Templates of earlier sources on a lasting server are dropped after this time. */
const KEPT_SECONDS = 3_600;

/** What tests of recordings play; the lessons' recordings are packaged by the demo itself. */
const PACKAGED = 'kuzushi';

const setting = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run the tests with scripts/config/vitest.config.ts`);
  return value;
};

const sources = () =>
  hashFiles(['app/domain', 'app/platform', 'prisma'].map((entry) => inRoot(entry))).slice(0, 12);

/** Runs the product's own seed, as `npm start` does. */
async function seed(url: string, data: string): Promise<void> {
  const ffmpeg = findFfmpeg();
  const { code, output } = await run(process.execPath, ['--enable-source-maps', inRoot('build/seed.mjs')], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: url,
      DATA_DIR: data,
      DEMO: '1',
      LOG_LEVEL: 'error',
      ...(ffmpeg ? { FFMPEG_PATH: ffmpeg } : {}),
    },
  });
  if (code !== 0) throw new Error(`The demo could not be loaded:\n${output}`);
}

/** Packaged once for all tests, and everything else that waited is done; other recordings wait for a worker. */
async function work(url: string, data: string): Promise<void> {
  const config = parseEnvironment({ DATABASE_URL: url, DATA_DIR: data, LOG_LEVEL: 'silent', DEMO: '1' });
  const services = await openServices(config, 'command');
  const ctx = buildContext(services, { actor: null, lang: 'ru', requestId: newId() });
  const { rows } = await services.database.pool.query<{ id: string }>(
    'SELECT asset_id AS id FROM recording WHERE slug = $1',
    [PACKAGED],
  );
  await Promise.all(rows.map(({ id }) => packageAsset(ctx, { assetId: id, version: 1 })));
  await drainJobs(services);
  await closeServices(services);
}

async function dropOld(admin: pg.Client, keep: string): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    `SELECT datname AS name FROM pg_database WHERE datname ~ '^shihan_demo_[0-9]+_' AND NOT datname LIKE '%' || $1
     AND split_part(datname, '_', 3)::bigint < extract(epoch FROM now()) - ${KEPT_SECONDS}`,
    [keep],
  );
  for (const { name } of rows) {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

async function make(admin: pg.Client, hash: string): Promise<string> {
  const name = `shihan_demo_${Math.floor(Date.now() / 1000)}_${hash}`;
  await admin.query(`CREATE DATABASE ${name}_draft TEMPLATE ${setting('SHIHAN_TEST_TEMPLATE')}`);
  const draft = mkdtempSync(join(tmpdir(), 'shihan-demo-'));
  await seed(onDatabase(setting('SHIHAN_TEST_SERVER'), `${name}_draft`), draft);
  await work(onDatabase(setting('SHIHAN_TEST_SERVER'), `${name}_draft`), draft);
  mkdirSync(join(draft, 'keys'), { recursive: true });
  renameSync(draft, join(tmpdir(), name));
  await admin.query(`ALTER DATABASE ${name}_draft RENAME TO ${name}`);
  return name;
}

let found: Promise<DemoTemplate> | undefined;

/** The built product and a database with the demo in it, made once for all test files of a run. */
export function demoTemplate(): Promise<DemoTemplate> {
  found ??= findTemplate();
  return found;
}

async function findTemplate(): Promise<DemoTemplate> {
  await ensureBuild();
  const hash = sources();
  const admin = new pg.Client({ connectionString: onDatabase(setting('SHIHAN_TEST_SERVER'), 'postgres') });
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock(7203)');
    await dropOld(admin, hash);
    const { rows } = await admin.query<{ name: string }>(
      `SELECT datname AS name FROM pg_database WHERE datname ~ '^shihan_demo_[0-9]+_[0-9a-f]+$' AND datname LIKE '%' || $1`,
      [hash],
    );
    const template = rows[0]?.name ?? (await make(admin, hash));
    return { template, data: join(tmpdir(), template) };
  } finally {
    await admin.end();
  }
}
