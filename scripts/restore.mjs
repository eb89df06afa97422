// @ts-check
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ensureBuild } from './lib/build.mjs';
import { migrateDatabase, openDatabase, prepareBookkeeping, requireDatabase } from './lib/database.mjs';
import { ensureClient, ensurePackages } from './lib/packages.mjs';
import { readPassphrase } from './lib/passphrase.mjs';
import { run, stopRunning } from './lib/process/run.mjs';
import { inRoot, requireNode } from './lib/project.mjs';
import { Refusal, runMain, say } from './lib/refusal.mjs';
import { childEnvironment, readSettings } from './lib/settings.mjs';

const USAGE = 'npm run restore -- [--passphrase-file <file>] <file>';

function readArguments() {
  const options = /** @type {const} */ ({ 'passphrase-file': { type: 'string' } });
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file !== undefined && more.length === 0) return { ...values, file };
  } catch {
    // The usage says it better.
  }
  throw new Refusal(USAGE);
}

async function main() {
  requireNode();
  const { file, 'passphrase-file': passphraseFile } = readArguments();
  await ensurePackages();
  await ensureClient();
  await ensureBuild();
  const settings = readSettings();
  const passphrase = await readPassphrase(passphraseFile, { isNew: false });
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, stopRunning);
  if (settings.databaseUrl) await requireDatabase(settings.databaseUrl);
  const database = await openDatabase(settings, 'npm run restore');
  try {
    const env = childEnvironment(settings, database.url);
    /** @param {string} name @param {string[]} args @param {NodeJS.ProcessEnv} own */
    const part = (name, args, own = env) =>
      run(process.execPath, ['--enable-source-maps', inRoot(`build/${name}.mjs`), ...args], {
        env: own,
        show: true,
      });
    await prepareBookkeeping(database.url);
    const own = { ...env, BACKUP_PASSPHRASE: passphrase };
    const restored = await part('restore', [path.resolve(file)], own);
    if (restored.code !== 0) return restored.code;
    await migrateDatabase(database.url);
    say('Checking what was restored …');
    return (await part('register-verify', [])).code;
  } finally {
    await database.close();
  }
}

await runMain(main);
