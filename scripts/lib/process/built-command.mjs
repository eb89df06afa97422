// @ts-check
import process from 'node:process';
import { ensureBuild } from '../build.mjs';
import { migrateDatabase, openDatabase, requireDatabase } from '../database.mjs';
import { ensureClient, ensurePackages } from '../packages.mjs';
import { inRoot, requireNode } from '../project.mjs';
import { childEnvironment, readSettings } from '../settings.mjs';
import { run } from './run.mjs';

/**
 * Runs a built program on the installation's database, which is brought up to date before; the arguments of this process go
 * to it.
 * @param {string} program such as 'register-verify'
 * @param {string} command as people call it, such as 'npm run register:verify'
 * @returns {Promise<number>} its exit code
 */
export async function runBuilt(program, command) {
  requireNode();
  await ensurePackages();
  await ensureClient();
  await ensureBuild();
  const settings = readSettings();
  if (settings.databaseUrl) await requireDatabase(settings.databaseUrl);
  const database = await openDatabase(settings, command);
  try {
    await migrateDatabase(database.url);
    const args = ['--enable-source-maps', inRoot(`build/${program}.mjs`), ...process.argv.slice(2)];
    const { code } = await run(process.execPath, args, {
      env: childEnvironment(settings, database.url),
      show: true,
    });
    return code;
  } finally {
    await database.close();
  }
}
