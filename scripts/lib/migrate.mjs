// @ts-check
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { inRoot } from './project.mjs';
import { Refusal } from './refusal.mjs';

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */
/** @typedef {{ migration_name: string, checksum: string, finished_at: Date | null, logs: string | null }} Record */

/** The lock that `prisma migrate` takes too, so that neither runs beside the other. */
const LOCK_KEY = 72_707_369;
const LOCK_WAIT = '120s';

const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** Migrations of a folder in the order of their names. @param {string} folder @returns {Migration[]} */
export function readMigrations(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Apply what is missing, in the layout and bookkeeping of `prisma migrate deploy`, one transaction per
 * migration, under an advisory lock.
 * @param {string} url
 * @param {string} [folder]
 * @returns {Promise<string[]>} names of the migrations applied now
 */
export function deployMigrations(url, folder = inRoot('prisma/migrations')) {
  return withLock(url, async (client) => {
    const migrations = readMigrations(folder);
    await client.query(BOOKKEEPING);
    const records = await readRecords(client);
    requireSound(migrations, records);
    const missing = migrations.filter(
      ({ name }) => !records.some((record) => record.migration_name === name),
    );
    for (const migration of missing) await apply(client, migration);
    return missing.map(({ name }) => name);
  });
}

/** Make the table that says which migrations were applied, unless it is there. @param {string} url */
export function makeBookkeeping(url) {
  return withLock(url, (client) => client.query(BOOKKEEPING));
}

/**
 * Note that a failed migration was undone by hand, so that the next start tries it again.
 * @param {string} url @param {string} name
 */
export function resolveMigration(url, name) {
  return withLock(url, async (client) => {
    const { rowCount } = await client.query(
      'UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE migration_name = $1 AND finished_at IS NULL AND rolled_back_at IS NULL',
      [name],
    );
    if (!rowCount) throw new Refusal(`No failed migration is called "${name}".`);
  });
}

/**
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withLock(url, work) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(`SET lock_timeout = '${LOCK_WAIT}'`);
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]).catch(explainLock);
    await client.query('SET lock_timeout = 0');
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {unknown} error @returns {never} */
function explainLock(error) {
  const locked = error instanceof pg.DatabaseError && error.code === '55P03';
  throw locked
    ? new Refusal(
        `Another process has been migrating this database for ${LOCK_WAIT}. Try again when it has ended.`,
      )
    : error;
}

/** @param {import('pg').Client} client @returns {Promise<Record[]>} */
async function readRecords(client) {
  const { rows } = await client.query(
    'SELECT migration_name, checksum, finished_at, logs FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at',
  );
  return rows;
}

/** @param {Migration[]} migrations @param {Record[]} records */
function requireSound(migrations, records) {
  for (const record of records) {
    const name = record.migration_name;
    if (record.finished_at === null) {
      throw new Refusal(
        `Migration ${name} failed on this database earlier. Repair the cause, then run: npm run migration -- resolve ${name}\n${record.logs ?? ''}`,
      );
    }
    const migration = migrations.find((candidate) => candidate.name === name);
    if (!migration)
      throw new Refusal(
        `This database has migration ${name}, which this version does not know: the database is newer than the program. Start the newer version.`,
      );
    if (migration.checksum !== record.checksum)
      throw new Refusal(
        `Migration ${name} was edited after it had been applied to this database. Restore its file and write a new migration instead.`,
      );
  }
}

/** @param {import('pg').Client} client @param {Migration} migration */
async function apply(client, { name, sql, checksum }) {
  const id = randomUUID();
  try {
    await client.query('BEGIN');
    const started = new Date();
    await client.query(sql);
    await client.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count) VALUES ($1, $2, $3, $4, now(), 1)',
      [id, checksum, name, started],
    );
    await client.query('COMMIT');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await client.query('ROLLBACK').catch(() => {});
    // A lost connection is no fault of the migration: nothing was applied, the next start tries again.
    if (error instanceof pg.DatabaseError && !/^(57P|08)/.test(error.code ?? '')) {
      await client.query(
        'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, logs) VALUES ($1, $2, $3, $4)',
        [id, checksum, name, message],
      );
    }
    throw new Refusal(`Migration ${name} could not be applied: ${message}`, { cause: error });
  }
}
