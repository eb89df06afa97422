// @ts-check
import path from 'node:path';
import { startPostgres } from './postgres.mjs';
import { storedUrl } from './postgres-cluster.mjs';
import { livingHolder, takeLock } from './process/lock.mjs';
import { Refusal, say } from './refusal.mjs';

/** The lock that every command takes before it runs the database of a data folder. @param {string} dataDir */
export function lockFile(dataDir) {
  return path.join(dataDir, 'shihan.lock');
}

/**
 * The database for a command of short life: DATABASE_URL, the running embedded one, or the embedded one
 * started for the time of the command.
 * @param {import('./settings.mjs').Settings} settings
 * @param {string} what name of the command
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function openDatabase(settings, what) {
  if (settings.databaseUrl) return { url: settings.databaseUrl, close: async () => {} };
  const running = livingHolder(lockFile(settings.dataDir)) ? storedUrl(settings.dataDir) : null;
  if (running) return { url: running, close: async () => {} };
  const lock = await takeLock(lockFile(settings.dataDir), what);
  try {
    const server = await startPostgres(settings.dataDir);
    return {
      url: server.url,
      async close() {
        await server.stop();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Bring the schema up to date. @param {string} url */
export async function migrateDatabase(url) {
  const { deployMigrations } = await import('./migrate.mjs');
  const applied = await deployMigrations(url);
  if (applied.length > 0)
    say(`Applied ${applied.length === 1 ? 'migration' : 'migrations'} ${applied.join(', ')}.`);
}

/** Make the table of migrations in an empty database; one that holds any stays as it is. @param {string} url */
export async function prepareBookkeeping(url) {
  const { makeBookkeeping } = await import('./migrate.mjs');
  await makeBookkeeping(url);
}

/** Refuse when the database has never been migrated: there is nothing in it yet. @param {string} url */
export async function requireMigrated(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS there`);
    if (!rows[0].there) throw new Refusal('There is nothing to back up: this database is empty.');
  } finally {
    await client.end();
  }
}

/** Refuse in words when the configured database does not answer. @param {string} url */
export async function requireDatabase(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query('SHOW server_version_num');
    if (Number(rows[0].server_version_num) < 150_000) throw new Error('PostgreSQL 15 or newer is needed');
  } catch (error) {
    throw new Refusal(
      `The database of DATABASE_URL cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    );
  } finally {
    await client.end().catch(() => {});
  }
}
