// @ts-check
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { chooseUser, embeddedMajor, findBinaries, giveTo } from './postgres-binaries.mjs';
import { freePort, isTaken } from './process/ports.mjs';
import { readText, writeWhole } from './project.mjs';
import { Refusal, say } from './refusal.mjs';

/**
 * What is needed to run and reach one cluster.
 * @typedef {object} Cluster
 * @property {string} folder its data
 * @property {string} binaries folder with postgres and initdb
 * @property {import('./postgres-binaries.mjs').RunAs} runAs
 * @property {number} port
 * @property {string} password
 */

/** Role and database of the product in its own cluster. */
const NAME = 'shihan';

/** @param {string} dataDir */
function connectionFile(dataDir) {
  return path.join(dataDir, 'postgres.json');
}

/** Connection URL of the embedded database as last started, or null. @param {string} dataDir */
export function storedUrl(dataDir) {
  const stored = readConnection(dataDir);
  return stored ? urlOf(stored) : null;
}

/** @param {{ port: number, password: string }} connection */
export function urlOf({ port, password }) {
  return `postgresql://${NAME}:${password}@127.0.0.1:${port}/${NAME}`;
}

/** @param {string} dataDir @returns {{ port: number, password: string } | null} */
function readConnection(dataDir) {
  const text = readText(connectionFile(dataDir));
  if (text === null) return null;
  const { port, password } = JSON.parse(text);
  return { port: Number(port), password: String(password) };
}

/**
 * The cluster in DATA_DIR/postgres, created when there is none, with a port that is free now.
 * @param {string} dataDir
 * @returns {Promise<Cluster>}
 */
export async function prepareCluster(dataDir) {
  const folder = path.join(dataDir, 'postgres');
  const stored = readConnection(dataDir);
  if (!fs.existsSync(path.join(folder, 'PG_VERSION'))) return createCluster(dataDir);
  if (!stored)
    throw new Refusal(
      `${connectionFile(dataDir)} is missing, it holds the password of the database in ${folder}. Restore it, or move ${folder} away to begin anew.`,
    );
  requireSameMajor(folder);
  const runAs = chooseUser(folder);
  if (runAs && fs.statSync(folder).uid !== runAs.uid) giveTo(folder, runAs);
  const port = (await isTaken(stored.port)) ? await freePort() : stored.port;
  if (port !== stored.port) writeConnection(dataDir, port, stored.password);
  return { folder, binaries: findBinaries(runAs), runAs, port, password: stored.password };
}

/** @param {string} folder */
function requireSameMajor(folder) {
  const made = (readText(path.join(folder, 'PG_VERSION')) ?? '').trim();
  if (made === embeddedMajor()) return;
  throw new Refusal(
    `The database in ${folder} was made by PostgreSQL ${made}, this version brings PostgreSQL ${embeddedMajor()}. Restore a backup into a new DATA_DIR.`,
  );
}

/** @param {string} dataDir @param {number} port @param {string} password */
function writeConnection(dataDir, port, password) {
  writeWhole(
    connectionFile(dataDir),
    `${JSON.stringify({ port, user: NAME, database: NAME, password })}\n`,
    0o600,
  );
}

/** @param {string} dataDir @returns {Promise<Cluster>} */
async function createCluster(dataDir) {
  say('Creating the database …');
  const folder = path.join(dataDir, 'postgres');
  const draft = path.join(dataDir, 'postgres.new');
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true, mode: 0o700 });
  const runAs = chooseUser(draft);
  giveTo(draft, runAs);
  const cluster = {
    folder: draft,
    binaries: findBinaries(runAs),
    runAs,
    port: await freePort(),
    password: randomBytes(18).toString('base64url'),
  };
  runTool(cluster, 'initdb', [
    `--username=${NAME}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--auth=reject',
    '--no-instructions',
  ]);
  fs.writeFileSync(path.join(draft, 'pg_hba.conf'), 'host all all 127.0.0.1/32 scram-sha-256\n');
  const setup = `ALTER ROLE ${NAME} PASSWORD '${cluster.password}'\nCREATE DATABASE ${NAME}\n`;
  runTool(cluster, 'postgres', ['--single', '-c', 'unix_socket_directories=', 'postgres'], setup);
  writeConnection(dataDir, cluster.port, cluster.password);
  fs.renameSync(draft, folder);
  return { ...cluster, folder };
}

/**
 * How to spawn PostgreSQL's programs. The data folder is entered before the user changes and then named
 * by /proc/self/cwd, so that its user need not be allowed to enter the folders above.
 * @param {Cluster} cluster
 */
export function spawnOptions(cluster) {
  const { PATH = '/usr/bin:/bin' } = process.env;
  /** @type {import('./settings.mjs').Environment} */
  const own = { PATH, TZ: 'UTC', LC_ALL: 'C.UTF-8', PGDATA: dataPath(cluster) };
  const env = /** @type {NodeJS.ProcessEnv} */ (own);
  return { cwd: cluster.folder, env, ...(cluster.runAs ?? {}) };
}

/** @param {Cluster} cluster */
function dataPath(cluster) {
  return cluster.runAs ? '/proc/self/cwd' : cluster.folder;
}

/** @param {Cluster} cluster @param {string} name @param {string[]} args @param {string} [input] */
function runTool(cluster, name, args, input = '') {
  const file = path.join(cluster.binaries, name);
  const { status, stdout, stderr, error } = spawnSync(file, args, {
    ...spawnOptions(cluster),
    input,
    encoding: 'utf8',
  });
  if (status === 0 && !/^.*(ERROR|FATAL|PANIC):/m.test(stderr)) return;
  throw new Refusal(
    `The database could not be created (${name}): ${error?.message ?? `${stdout}${stderr}`.trim()}`,
  );
}
