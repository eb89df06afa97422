// @ts-check
import path from 'node:path';
import process from 'node:process';
import { migrateDatabase, openDatabase } from './lib/database.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { requireNode, root } from './lib/project.mjs';
import { Refusal, runMain, say } from './lib/refusal.mjs';
import { readSettings } from './lib/settings.mjs';

const USAGE = `npm run migration -- diff <name>     write the migration from the last one to prisma/*.prisma
npm run migration -- check           compare migrations and schema; exit code 2 when they differ
npm run migration -- deploy          apply missing migrations to the database
npm run migration -- resolve <name>  note that a failed migration was undone by hand`;

/** Exit code of `check` when migrations and schema differ. */
const DRIFT = 2;

async function main() {
  requireNode();
  await ensurePackages();
  const [command, name = ''] = process.argv.slice(2);
  if (command === 'diff') return draft(name);
  if (command === 'check') return check();
  if (command === 'deploy') return onDatabase(migrateDatabase);
  if (command === 'resolve')
    return onDatabase(async (url) => (await import('./lib/migrate.mjs')).resolveMigration(url, name));
  throw new Refusal(USAGE);
}

/** @param {string} name */
async function draft(name) {
  const { draftMigration } = await import('./lib/migrations/migration-check.mjs');
  const file = await draftMigration(name);
  say(
    file
      ? `Wrote ${path.relative(root, file)}. Read it before you keep it.`
      : 'The migrations lead to the schema already.',
  );
}

async function check() {
  const { checkMigrations } = await import('./lib/migrations/migration-check.mjs');
  const problems = await checkMigrations();
  for (const problem of problems) say(problem);
  say(problems.length === 0 ? 'Migrations and schema agree.' : `${problems.length} differences.`);
  return problems.length === 0 ? 0 : DRIFT;
}

/** @param {(url: string) => Promise<void>} work */
async function onDatabase(work) {
  const database = await openDatabase(readSettings(), 'npm run migration');
  try {
    await work(database.url);
  } finally {
    await database.close();
  }
}

await runMain(main);
