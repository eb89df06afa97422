// @ts-check
import process from 'node:process';
import { ensureBuild } from './lib/build.mjs';
import { lockFile, migrateDatabase, requireDatabase } from './lib/database.mjs';
import { ensureClient, ensurePackages } from './lib/packages.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { spawnApp, stopApp, waitForAnswer } from './lib/process/app-process.mjs';
import { takeLock } from './lib/process/lock.mjs';
import { isTaken } from './lib/process/ports.mjs';
import { markOf } from './lib/process/processes.mjs';
import { run } from './lib/process/run.mjs';
import { watchShutdown } from './lib/process/shutdown.mjs';
import { keepAlive } from './lib/process/supervisor.mjs';
import { inRoot, requireNode } from './lib/project.mjs';
import { Refusal, runMain, say } from './lib/refusal.mjs';
import { childEnvironment, readSettings } from './lib/settings.mjs';
import { ensureFfmpeg } from './lib/tools.mjs';
import { welcome } from './lib/welcome.mjs';

const READY_LIMIT_MS = 120_000;

/**
 * What the running parts share.
 * @typedef {object} Site
 * @property {import('./lib/settings.mjs').Settings} settings
 * @property {import('./lib/process/shutdown.mjs').Shutdown} shutdown
 * @property {import('./lib/process/lock.mjs').Lock} lock
 * @property {string} databaseUrl
 * @property {string | null} ffmpeg
 * @property {Map<string, import('node:child_process').ChildProcess>} children web and worker
 * @property {boolean} ready whether it has been ready once
 */

async function main() {
  requireNode();
  const settings = readSettings();
  const shutdown = watchShutdown();
  try {
    const { hopeless } = await boot(settings, shutdown);
    const reason = await Promise.race([shutdown.requested, hopeless]);
    if (reason) throw new Refusal(reason);
  } catch (error) {
    // What fails because it was stopped is no failure.
    if (!shutdown.isWanted()) throw error;
  } finally {
    await shutdown.undo();
  }
  say('Stopped.');
}

/**
 * @param {import('./lib/settings.mjs').Settings} settings
 * @param {import('./lib/process/shutdown.mjs').Shutdown} shutdown
 * @returns {Promise<{ hopeless: Promise<string> }>} resolves with a reason when a part has given up for good
 */
async function boot(settings, shutdown) {
  await ensurePackages();
  shutdown.check();
  const lock = await takeLock(lockFile(settings.dataDir), 'npm start');
  shutdown.onStop(() => lock.release());
  void shutdown.requested.then(() => lock.note({ stopping: true }));
  await requirePort(settings);
  const ffmpeg = await ensureFfmpeg();
  await ensureClient();
  shutdown.check();
  /** @type {Site} */
  const site = {
    settings,
    shutdown,
    lock,
    databaseUrl: '',
    ffmpeg: ffmpeg.path,
    children: new Map(),
    ready: false,
  };
  site.databaseUrl = settings.databaseUrl ?? (await startDatabase(site));
  if (settings.databaseUrl) await requireDatabase(settings.databaseUrl);
  await migrateDatabase(site.databaseUrl);
  shutdown.check();
  await ensureBuild();
  shutdown.check();
  await seed(site);
  shutdown.check();
  const parts = await startApp(site);
  const hopeless = Promise.race(parts.map((part) => part.hopeless));
  await waitUntilReady(site, hopeless);
  site.ready = true;
  welcome(settings, ffmpeg.off);
  return { hopeless };
}

/** @param {import('./lib/settings.mjs').Settings} settings */
async function requirePort({ host, port }) {
  if (!(await isTaken(port, host))) return;
  throw new Refusal(
    `Port ${port} on ${host} cannot be used, most likely another program listens there. Stop that one, or choose another port: PORT=${port + 1} npm start`,
  );
}

/** @param {Site} site @returns {Promise<string>} connection URL */
async function startDatabase(site) {
  const { dataDir } = site.settings;
  let server = await startPostgres(dataDir);
  const part = await keepAlive({
    name: 'database',
    async start() {
      if (server.child.exitCode === null && server.child.signalCode === null) return server.child;
      server = await startPostgres(dataDir);
      // Another program may have taken the port meanwhile: web and worker must learn the new one.
      if (site.databaseUrl !== server.url) for (const child of site.children.values()) child.kill('SIGTERM');
      site.databaseUrl = server.url;
      return server.child;
    },
    end: () => server.stop(),
  });
  site.shutdown.onStop(part.stop);
  return server.url;
}

/** The seed decides itself whether there is anything to load. @param {Site} site */
async function seed(site) {
  const env = childEnvironment(site.settings, site.databaseUrl, site.ffmpeg);
  const { code } = await run(process.execPath, ['--enable-source-maps', inRoot('build/seed.mjs')], {
    env,
    show: true,
  });
  site.shutdown.check();
  if (code !== 0)
    throw new Refusal(
      'Loading the first data has failed, see above. Nothing was started; run `npm start` again when the cause is gone.',
    );
}

/** @param {Site} site */
async function startApp(site) {
  const parts = await Promise.all(['web', 'worker'].map((name) => keepAppAlive(site, name)));
  site.shutdown.onStop(async () => void (await Promise.all(parts.map((part) => part.stop()))));
  return parts;
}

/** @param {Site} site @param {string} name */
function keepAppAlive(site, name) {
  const file = inRoot(name === 'web' ? 'build/server.mjs' : 'build/worker.mjs');
  return keepAlive({
    name,
    async start() {
      const env = childEnvironment(site.settings, site.databaseUrl, site.ffmpeg);
      const child = spawnApp(['--enable-source-maps', file], env);
      site.children.set(name, child);
      const marks = [...site.children.values()]
        .map(({ pid }) => markOf(pid ?? 0))
        .filter((mark) => mark !== null);
      site.lock.note({ children: marks });
      return child;
    },
    end: stopApp,
    proven: () => site.ready,
  });
}

/** @param {Site} site @param {Promise<string>} hopeless */
async function waitUntilReady({ settings, shutdown }, hopeless) {
  const host = settings.host === '0.0.0.0' ? '127.0.0.1' : settings.host === '::' ? '[::1]' : settings.host;
  const ready = waitForAnswer(`http://${host}:${settings.port}/readyz`, READY_LIMIT_MS);
  const outcome = await Promise.race([ready, hopeless, shutdown.requested]);
  shutdown.check();
  if (typeof outcome === 'string') throw new Refusal(outcome);
  if (!outcome)
    throw new Refusal(
      `Web and worker were not ready after ${READY_LIMIT_MS / 1000} s; what they said is above.`,
    );
}

await runMain(main);
