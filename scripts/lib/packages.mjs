// @ts-check
import fs from 'node:fs';
import process from 'node:process';
import { moveInstallation, stageInstallation } from './archive-addresses.mjs';
import { withLock } from './process/lock.mjs';
import { run, runPackage, STOPPED } from './process/run.mjs';
import { hashFiles, inRoot, readText, writeWhole } from './project.mjs';
import { Refusal, say } from './refusal.mjs';

const PACKAGES_STAMP = inRoot('node_modules/.shihan-lock');
const CLIENT_FOLDER = inRoot('app/platform/db/generated');
const CLIENT_STAMP = inRoot('app/platform/db/generated/.stamp');

/** @typedef {import('./process/run.mjs').RunOptions} RunOptions */

/** @param {string[]} args @param {RunOptions} options */
function npm(args, options) {
  const file = process.env.npm_execpath;
  if (file && /\.c?js$/.test(file)) return run(process.execPath, [file, ...args], options);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

/** Whether npm's own record of node_modules holds every package that the lock file demands. */
function matchesLock() {
  const installed = readPackages(inRoot('node_modules/.package-lock.json'));
  const demanded = Object.entries(readPackages(inRoot('package-lock.json')));
  return demanded.every(
    ([key, entry]) => key === '' || entry?.optional || installed[key]?.version === entry?.version,
  );
}

/** @param {string} file @returns {Record<string, { version?: string, optional?: boolean } | undefined>} */
function readPackages(file) {
  return JSON.parse(readText(file) ?? '{}').packages ?? {};
}

/** Install the packages when they are missing or the lock file has changed since. */
export async function ensurePackages() {
  const wanted = hashFiles([inRoot('package-lock.json')]);
  if (readText(PACKAGES_STAMP) === wanted) return;
  if (matchesLock()) {
    writeWhole(PACKAGES_STAMP, wanted);
    return;
  }
  // npm removes node_modules first, so the lock lies elsewhere.
  await withLock(inRoot('build/.install.lock'), 'installation', 600_000, install);
  writeWhole(PACKAGES_STAMP, wanted);
}

/** @param {(pid: number) => void} onStart */
async function install(onStart) {
  if (matchesLock()) return;
  say('Installing packages (a minute or two the first time) …');
  // The build needs the development packages even where NODE_ENV says production.
  // Nothing needs an install script, and that of @prisma/engines would download an engine.
  const flags = ['--include=dev', '--include=optional', '--ignore-scripts', '--no-audit', '--no-fund'];
  if (await installStaged(flags, onStart)) return;
  const clean = await npm(['ci', ...flags], { show: true, onStart });
  if (clean.code === STOPPED) throw new Refusal('Stopped before the packages were installed.');
  if (clean.code !== 0) {
    say(
      '`npm ci` did not accept package-lock.json, see above; trying `npm install` with the versions of package.json instead.',
    );
    const loose = await npm(['install', '--no-save', ...flags], { show: true, onStart });
    if (loose.code !== 0) {
      throw new Refusal(
        'The packages could not be installed, see the messages of npm above. Is the package registry reachable?',
      );
    }
  }
}

/**
 * The quick way, for a registry that keeps archives where most do. What goes wrong is not shown: the plain way follows.
 * @param {string[]} flags @param {(pid: number) => void} onStart
 * @returns {Promise<boolean>} whether the packages are in their place
 */
async function installStaged(flags, onStart) {
  const asked = await npm(['config', 'get', 'registry'], { onStart });
  const registry = asked.output.split('\n').find((line) => /^https?:/.test(line));
  if (asked.code !== 0 || !registry) return false;
  const cwd = stageInstallation(registry.trim());
  const { code, output } = await npm(['ci', '--prefix', cwd, ...flags], { cwd, onStart });
  if (code !== 0) return false;
  try {
    moveInstallation();
  } catch {
    return false;
  }
  say(output.trim().split('\n').at(-1) ?? '');
  return true;
}

/** Write the Prisma client when the schema has changed since. */
export async function ensureClient() {
  const schema = [inRoot('prisma/schema.prisma'), inRoot('prisma/models')];
  if (!fs.existsSync(inRoot('prisma/schema.prisma'))) return;
  const wanted = hashFiles([...schema, inRoot('package-lock.json')]);
  if (readText(CLIENT_STAMP) === wanted) return;
  say('Generating the database client …');
  const { code, output } = await runPackage(
    'prisma/build/index.js',
    ['generate', '--config', inRoot('scripts/config/prisma.config.ts')],
    { env: { ...process.env, ...OFFLINE } },
  );
  if (code !== 0) throw new Refusal(`The database client could not be generated from prisma/:\n${output}`);
  fs.mkdirSync(CLIENT_FOLDER, { recursive: true });
  writeWhole(CLIENT_STAMP, wanted);
}

// `prisma generate` needs no engine, yet looks for one and would download it.
const OFFLINE = {
  PRISMA_SCHEMA_ENGINE_BINARY: process.platform === 'win32' ? process.execPath : '/bin/true',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  CHECKPOINT_DISABLE: '1',
};
