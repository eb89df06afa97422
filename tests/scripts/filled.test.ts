import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMigrations } from '../../scripts/lib/migrate.mjs';
import { onDatabase } from '../support/template-database';
import { fillTables } from './fill-tables';

const server = process.env.SHIHAN_TEST_SERVER ?? '';
const admin = new pg.Client({ connectionString: onDatabase(server, 'postgres') });

/** The migrations so far, without rows: each test goes one further and leaves it to the next. */
const soFar = `shihan_filled_${randomBytes(5).toString('hex')}`;
const client = new pg.Client({ connectionString: onDatabase(server, soFar) });

beforeAll(async () => {
  await admin.connect();
  await admin.query(`CREATE DATABASE ${soFar}`);
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await admin.query(`DROP DATABASE IF EXISTS ${soFar} WITH (FORCE)`);
  await admin.end();
});

/** Nothing of it stays. */
async function onTrial(work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN');
  try {
    await work();
  } finally {
    await client.query('ROLLBACK');
  }
}

const rowsOf = async (table: string): Promise<number | null> => {
  const { rows } = await client.query('SELECT to_regclass($1) IS NOT NULL AS known', [`"${table}"`]);
  if (!rows[0]?.known) return null;
  return (await client.query(`SELECT count(*)::int AS count FROM "${table}"`)).rows[0]?.count ?? 0;
};

const migrations = readMigrations('prisma/migrations');

/** Tables whose only rows come from a migration. */
const filledByMigrations = migrations.flatMap(({ sql }) =>
  [...sql.matchAll(/INSERT INTO "(\w+)"/g)].map(([, table]) => table ?? ''),
);

describe('each migration applies to a database that is filled as far as the one before it', () => {
  it.each(migrations.map(({ name, sql }) => [name, sql] as const))('%s', async (_name, sql) => {
    await onTrial(async () => {
      const tables = await fillTables(client, filledByMigrations);
      await client.query(sql);
      for (const table of tables) expect(await rowsOf(table), table).not.toBe(0);
    });
    await client.query(sql);
  });

  it('and the whole of them can be filled', () =>
    onTrial(async () => {
      expect(await fillTables(client, filledByMigrations)).toContain('person');
    }));
});
