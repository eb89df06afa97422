// @ts-check
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ensureBuild } from './lib/build.mjs';
import { openDatabase, requireDatabase, requireMigrated } from './lib/database.mjs';
import { ensureClient, ensurePackages } from './lib/packages.mjs';
import { readPassphrase } from './lib/passphrase.mjs';
import { run, stopRunning } from './lib/process/run.mjs';
import { inRoot, requireNode } from './lib/project.mjs';
import { Refusal, runMain } from './lib/refusal.mjs';
import { childEnvironment, readSettings } from './lib/settings.mjs';

const USAGE = 'npm run backup -- [--masters] [--passphrase-file <file>] [file]';

function readArguments() {
  const options = /** @type {const} */ ({
    masters: { type: 'boolean', default: false },
    'passphrase-file': { type: 'string' },
  });
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    if (positionals.length <= 1) return { ...values, file: positionals[0] };
  } catch {
    // The usage says it better.
  }
  throw new Refusal(USAGE);
}

/** In the data folder, named by the moment. @param {string} dataDir */
function ownName(dataDir) {
  const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
  return path.join(dataDir, 'backups', `shihan-${moment}.age`);
}

async function main() {
  requireNode();
  const { masters, file, 'passphrase-file': passphraseFile } = readArguments();
  await ensurePackages();
  await ensureClient();
  await ensureBuild();
  const settings = readSettings();
  const target = path.resolve(file ?? ownName(settings.dataDir));
  const passphrase = await readPassphrase(passphraseFile, { isNew: true });
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, stopRunning);
  if (settings.databaseUrl) await requireDatabase(settings.databaseUrl);
  const database = await openDatabase(settings, 'npm run backup');
  try {
    await requireMigrated(database.url);
    const args = [
      '--enable-source-maps',
      inRoot('build/backup.mjs'),
      ...(masters ? ['--masters'] : []),
      target,
    ];
    const env = { ...childEnvironment(settings, database.url), BACKUP_PASSPHRASE: passphrase };
    return (await run(process.execPath, args, { env, show: true })).code;
  } finally {
    await database.close();
  }
}

await runMain(main);
