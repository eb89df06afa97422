import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { readMigrations } from '../../scripts/lib/migrate.mjs';
import { onDatabase } from '../support/template-database';
import { fillTables } from './fill-tables';

const server = process.env.SHIHAN_TEST_SERVER ?? '';
const admin = new pg.Client({ connectionString: onDatabase(server, 'postgres') });
const connected = admin.connect();
afterAll(() => admin.end());

async function withDatabase(work: (client: pg.Client) => Promise<void>): Promise<void> {
  await connected;
  const name = `shihan_filled_${randomBytes(5).toString('hex')}`;
  await admin.query(`CREATE DATABASE ${name}`);
  const client = new pg.Client({ connectionString: onDatabase(server, name) });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  }
}

const migrations = readMigrations('prisma/migrations');

/** Tables whose only rows come from a migration. */
const filledByMigrations = migrations.flatMap(({ sql }) =>
  [...sql.matchAll(/INSERT INTO "(\w+)"/g)].map(([, table]) => table ?? ''),
);

describe('each migration applies to a database that is filled as far as the one before it', () => {
  it.each(migrations.map((migration, index) => [migration.name, index] as const))('%s', (_name, index) =>
    withDatabase(async (client) => {
      for (const earlier of migrations.slice(0, index)) await client.query(earlier.sql);
      const tables = await fillTables(client, filledByMigrations);
      await client.query(migrations[index]?.sql ?? '');
      for (const table of tables) {
        const { rows } = await client
          .query(`SELECT count(*)::int AS rows FROM "${table}"`)
          .catch(() => ({ rows: [] }));
        expect(rows[0]?.rows ?? 3, table).toBeGreaterThan(0);
      }
    }),
  );

  it('and the whole of them can be filled', () =>
    withDatabase(async (client) => {
      for (const { sql } of migrations) await client.query(sql);
      expect(await fillTables(client, filledByMigrations)).toContain('person');
    }));
});
