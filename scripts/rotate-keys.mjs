// @ts-check
import process from 'node:process';
import { ensureBuild } from './lib/build.mjs';
import { migrateDatabase, openDatabase, requireDatabase } from './lib/database.mjs';
import { ensureClient, ensurePackages } from './lib/packages.mjs';
import { run } from './lib/process/run.mjs';
import { inRoot, requireNode } from './lib/project.mjs';
import { runMain } from './lib/refusal.mjs';
import { childEnvironment, readSettings } from './lib/settings.mjs';

async function main() {
  requireNode();
  await ensurePackages();
  await ensureClient();
  await ensureBuild();
  const settings = readSettings();
  if (settings.databaseUrl) await requireDatabase(settings.databaseUrl);
  const database = await openDatabase(settings, 'npm run keys:rotate');
  try {
    await migrateDatabase(database.url);
    const file = inRoot('build/rotate-keys.mjs');
    const args = ['--enable-source-maps', file, ...process.argv.slice(2)];
    const { code } = await run(process.execPath, args, {
      env: childEnvironment(settings, database.url),
      show: true,
    });
    return code;
  } finally {
    await database.close();
  }
}

await runMain(main);
