// @ts-check
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrateDatabase } from '../lib/database.mjs';
import { startPostgres } from '../lib/postgres.mjs';
import { spawnApp, stopApp, waitForAnswer } from '../lib/process/app-process.mjs';
import { freePort } from '../lib/process/ports.mjs';
import { run } from '../lib/process/run.mjs';
import { inRoot } from '../lib/project.mjs';
import { Refusal, say } from '../lib/refusal.mjs';
import { childEnvironment } from '../lib/settings.mjs';
import { findFfmpeg } from '../lib/tools.mjs';
import { watchFfmpeg } from './watched-ffmpeg.mjs';

/**
 * A running site with the demo, and the bare server beside it.
 * @typedef {object} BenchSite
 * @property {string} url
 * @property {number} pid of the web process
 * @property {{ url: string, pid: number }} baseline
 * @property {import('pg').Client} client
 * @property {string} folder DATA_DIR
 * @property {{ since: Date, seconds: number }} packaging by the worker: when it began, how long ffmpeg and ffprobe ran
 * @property {() => Promise<void>} stop
 */

const PACKAGING_LIMIT_MS = 180_000;

/** @param {NodeJS.ProcessEnv} env */
async function seed(env) {
  say('Loading the demo …');
  const { code, output } = await run(process.execPath, [inRoot('build/seed.mjs')], { env });
  if (code !== 0) throw new Refusal(`The demo could not be loaded:\n${output}`);
}

/**
 * `quick`: the first public one is enough.
 * @param {{ env: NodeJS.ProcessEnv, client: import('pg').Client, quick: boolean, folder: string }} options
 */
async function packageClips({ env, client, quick, folder }) {
  say('Packaging the recordings …');
  const ffmpeg = watchFfmpeg(folder, findFfmpeg() ?? 'ffmpeg');
  const since = new Date();
  const worker = spawnApp([inRoot('build/worker.mjs')], {
    ...env,
    FFMPEG_PATH: ffmpeg.program,
    LOG_LEVEL: 'error',
  });
  const end = Date.now() + PACKAGING_LIMIT_MS;
  for (let waiting = true; waiting && Date.now() < end; ) {
    await sleep(500);
    const { rows } = await client.query(
      `SELECT count(*) FILTER (WHERE a.packaged_at IS NULL AND a.failed_at IS NULL)::int AS left,
       count(a.packaged_at) FILTER (WHERE r.audience->>'kind' = 'public')::int AS done
       FROM media_asset a JOIN recording r ON r.asset_id = a.id`,
    );
    waiting = quick ? rows[0].done === 0 : rows[0].left > 0;
  }
  await stopApp(worker);
  return { since, seconds: ffmpeg.seconds() };
}

/** @param {NodeJS.ProcessEnv} env */
async function startBaseline(env) {
  const child = fork(inRoot('scripts/bench/baseline.mjs'), {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  /** @type {number} */
  const port = await new Promise((resolve) =>
    child.once('message', (/** @type {{ port: number }} */ message) => resolve(message.port)),
  );
  return { child, url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0 };
}

/** @param {NodeJS.ProcessEnv} env @param {string} url */
async function startWeb(env, url) {
  const web = spawnApp([inRoot('build/server.mjs')], { ...env, LOG_LEVEL: 'warn' });
  if (!(await waitForAnswer(`${url}/healthz`, 30_000))) throw new Refusal('The web process did not answer.');
  return web;
}

/**
 * The site on a database of its own in a folder that is removed at the end.
 * @param {{ quick: boolean }} options
 * @returns {Promise<BenchSite>}
 */
export async function startSite({ quick }) {
  const { default: pg } = await import('pg');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shihan-bench-'));
  const server = await startPostgres(folder);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = {
    host: '127.0.0.1',
    port,
    publicUrl: url,
    dataDir: folder,
    databaseUrl: null,
    demo: true,
  };
  const env = childEnvironment(settings, server.url, findFfmpeg());
  await migrateDatabase(server.url);
  await seed(env);
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const packaging = await packageClips({ env, client, quick, folder });
  const baseline = await startBaseline(env);
  const web = await startWeb(env, url);
  return {
    url,
    pid: web.pid ?? 0,
    baseline,
    client,
    folder,
    packaging,
    async stop() {
      await stopApp(web);
      baseline.child.kill();
      await client.end();
      await server.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Opens a session for an account and answers its cookie.
 * @param {import('pg').Client} client @param {string} accountId @param {number} number tells sessions apart
 */
export async function openSession(client, accountId, number) {
  const token = `bench${'abcdefghij'[number % 10]}${'abcdefghij'[Math.floor(number / 10) % 10]}`.padEnd(
    40,
    'a',
  );
  const id = createHash('sha256').update(token).digest('hex');
  await client.query(
    `INSERT INTO session (id, account_id, created_at, last_seen_at, expires_at, second_factor_at, device)
     VALUES ($1, $2, now(), now() + interval '1 hour', now() + interval '1 day', now(), 'bench') ON CONFLICT DO NOTHING`,
    [id, accountId],
  );
  return `shihan=${token}`;
}
