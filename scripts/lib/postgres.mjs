// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareCluster, spawnOptions, urlOf } from './postgres-cluster.mjs';
import { lives, markOf, processesIn, signal, waitUntilGone } from './process/processes.mjs';
import { readText } from './project.mjs';
import { Refusal, say } from './refusal.mjs';

const LOG_LIMIT = 10 * 1024 * 1024;
const START_LIMIT_MS = 60_000;

/**
 * A started PostgreSQL.
 * @typedef {object} Server
 * @property {string} url connection URL of role and database shihan
 * @property {number} port
 * @property {import('node:child_process').ChildProcess} child the postmaster
 * @property {() => Promise<void>} stop fast shutdown, everything committed is on disk
 */

/**
 * Start the embedded PostgreSQL of a data folder; it is created on first use. A postmaster left
 * over by a killed supervisor is stopped first.
 * @param {string} dataDir
 * @param {Record<string, string>} [settings] server settings, such as { fsync: 'off' } for tests
 * @returns {Promise<Server>}
 */
export async function startPostgres(dataDir, settings = {}) {
  fs.mkdirSync(dataDir, { recursive: true });
  await stopOrphans(path.join(dataDir, 'postgres'));
  return launch(dataDir, await prepareCluster(dataDir), settings);
}

/** The default is that of a disk whose arm moves: the planner would rather read a table of a million rows than a thousand of them. */
const ON_A_DISK_WITHOUT_ARM = { random_page_cost: '1.1' };

/**
 * Start a prepared cluster, on the port it has.
 * @param {string} dataDir @param {import('./postgres-cluster.mjs').Cluster} cluster @param {Record<string, string>} settings
 * @returns {Promise<Server>}
 */
async function launch(dataDir, cluster, settings) {
  const log = openLog(path.join(dataDir, 'postgres.log'));
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(cluster.port),
    unix_socket_directories: '',
    ...ON_A_DISK_WITHOUT_ARM,
    ...settings,
  };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(path.join(cluster.binaries, 'postgres'), args, {
    ...spawnOptions(cluster),
    stdio: ['ignore', log, log],
    detached: true,
  });
  fs.closeSync(log);
  /** @type {Error | null} */
  let failure = null;
  child.once('error', (error) => {
    failure = error;
  });
  await waitUntilReady(child, cluster.folder, () => failure, path.join(dataDir, 'postgres.log'));
  return { url: urlOf(cluster), port: cluster.port, child, stop: () => stopChild(child) };
}

/** @param {string} file */
function openLog(file) {
  const large = (fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT;
  return fs.openSync(file, large ? 'w' : 'a', 0o600);
}

/**
 * @param {import('node:child_process').ChildProcess} child @param {string} folder
 * @param {() => Error | null} failure @param {string} log
 */
async function waitUntilReady(child, folder, failure, log) {
  const end = Date.now() + START_LIMIT_MS;
  while (Date.now() < end) {
    const error = failure();
    if (error) throw new Refusal(`PostgreSQL could not be started: ${error.message}`);
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Refusal(`PostgreSQL stopped at once. The end of ${log}:\n${tail(log)}`);
    const status = (readText(path.join(folder, 'postmaster.pid')) ?? '').split('\n');
    if (Number(status[0]) === child.pid && status[7]?.trim() === 'ready') return;
    await sleep(20);
  }
  await stopChild(child);
  throw new Refusal(
    `PostgreSQL was not ready after ${START_LIMIT_MS / 1000} s. The end of ${log}:\n${tail(log)}`,
  );
}

/** @param {string} file */
function tail(file) {
  return (readText(file) ?? '').trim().split('\n').slice(-8).join('\n');
}

/** @param {import('node:child_process').ChildProcess} child */
async function stopChild(child) {
  const mark = child.pid === undefined ? null : markOf(child.pid);
  if (!mark || child.exitCode !== null || child.signalCode !== null) return;
  await stopByMark(mark);
}

/** Fast shutdown; immediate shutdown (crash recovery at the next start) when that does not end. @param {import('./process/processes.mjs').ProcessMark} mark */
async function stopByMark(mark) {
  /** @type {[NodeJS.Signals, number][]} */
  const steps = [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ];
  for (const [name, milliseconds] of steps) {
    if (!lives(mark)) return;
    signal(mark.pid, name);
    await waitUntilGone([mark], milliseconds);
  }
}

/** Where there is no /proc, the program's name must do. @param {number} pid */
function postgresElsewhere(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
  return pid > 0 && /postgres\s*$/.test(stdout ?? '') ? markOf(pid) : null;
}

/**
 * Stop what still runs in a data folder: a postmaster whose supervisor was killed, or the
 * children of a killed postmaster, which end by themselves as soon as they notice.
 * @param {string} folder
 */
async function stopOrphans(folder) {
  const pid = Number((readText(path.join(folder, 'postmaster.pid')) ?? '').split('\n')[0]);
  const inside = processesIn(folder);
  const postmaster =
    process.platform === 'linux' ? inside.find((mark) => mark.pid === pid) : postgresElsewhere(pid);
  if (postmaster) {
    say('A database left over by an earlier run is still there; stopping it first …');
    await stopByMark(postmaster);
  }
  const left = await waitUntilGone(inside, 10_000);
  for (const mark of left) signal(mark.pid, 'SIGKILL');
  await waitUntilGone(left, 5_000);
  // PostgreSQL would take any later process with the recorded id for its predecessor.
  if (pid > 0 && process.platform === 'linux')
    fs.rmSync(path.join(folder, 'postmaster.pid'), { force: true });
}
