// @ts-check
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockFile, migrateDatabase, requireDatabase } from './lib/database.mjs';
import { ensureClient, ensurePackages } from './lib/packages.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { spawnApp, stopApp } from './lib/process/app-process.mjs';
import { takeLock } from './lib/process/lock.mjs';
import { run } from './lib/process/run.mjs';
import { watchShutdown } from './lib/process/shutdown.mjs';
import { ended } from './lib/process/supervisor.mjs';
import { inRoot, requireNode } from './lib/project.mjs';
import { runMain, say } from './lib/refusal.mjs';
import { childEnvironment, readSettings } from './lib/settings.mjs';
import { ensureFfmpeg } from './lib/tools.mjs';
import { welcome } from './lib/welcome.mjs';

/** @typedef {import('./lib/process/shutdown.mjs').Shutdown} Shutdown */

const TYPESCRIPT = ['--import', 'tsx', '--enable-source-maps'];

/** Pages and components are reloaded by Vite; a change of anything else restarts web and worker. */
const RELOADED_BY_VITE = /^(routes\/(?!machine)|ui\/|styles\/|root\.tsx|entry\.)|\/generated\/|\.test\./;

async function main() {
  requireNode();
  const settings = readSettings();
  const shutdown = watchShutdown();
  try {
    const { env, off } = await prepare(settings, shutdown);
    for (const file of ['app/server.ts', 'app/worker.ts']) keepCurrent(file, env, shutdown);
    welcome(settings, off);
    await shutdown.requested;
  } catch (error) {
    // What fails because it was stopped is no failure.
    if (!shutdown.isWanted()) throw error;
  } finally {
    await shutdown.undo();
  }
}

/** @param {import('./lib/settings.mjs').Settings} settings @param {Shutdown} shutdown */
async function prepare(settings, shutdown) {
  await ensurePackages();
  await ensureClient();
  shutdown.check();
  const lock = await takeLock(lockFile(settings.dataDir), 'npm run dev');
  shutdown.onStop(() => lock.release());
  const ffmpeg = await ensureFfmpeg();
  shutdown.check();
  if (settings.databaseUrl) await requireDatabase(settings.databaseUrl);
  const server = settings.databaseUrl ? null : await startPostgres(settings.dataDir);
  if (server) shutdown.onStop(() => server.stop());
  const url = settings.databaseUrl ?? server?.url ?? '';
  await migrateDatabase(url);
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...childEnvironment(settings, url, ffmpeg.path), NODE_ENV: 'development', DEV: '1' };
  shutdown.check();
  await run(process.execPath, [...TYPESCRIPT, inRoot('prisma/seed.ts')], { env, show: true });
  shutdown.check();
  return { env, off: ffmpeg.off };
}

/**
 * Run a source file, and again after each change; a process that ended by itself waits for the next change.
 * @param {string} file @param {NodeJS.ProcessEnv} env @param {Shutdown} shutdown
 */
function keepCurrent(file, env, shutdown) {
  const name = path.basename(file, '.ts');
  const start = () => {
    const started = spawnApp([...TYPESCRIPT, inRoot(file)], env);
    void ended(started).then((cause) => say(`${name} ended (${cause}).`));
    return started;
  };
  let child = start();
  let turn = Promise.resolve();
  let changes = 0;
  const watcher = fs.watch(inRoot('app'), { recursive: true }, (_event, changed) => {
    if (!changed || RELOADED_BY_VITE.test(changed)) return;
    const mine = ++changes;
    turn = turn.then(async () => {
      await sleep(300);
      if (mine !== changes) return;
      await stopApp(child);
      child = start();
    });
  });
  shutdown.onStop(async () => {
    watcher.close();
    changes += 1;
    await turn;
    await stopApp(child);
  });
}

await runMain(main);
