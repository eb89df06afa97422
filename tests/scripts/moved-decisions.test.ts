import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { expect, test } from 'vitest';
import { readMigrations } from '../../scripts/lib/migrate.mjs';
import { onDatabase } from '../support/template-database';
import { fillTables } from './fill-tables';

const server = process.env.SHIHAN_TEST_SERVER ?? '';
const migrations = readMigrations('prisma/migrations');
const at = migrations.findIndex(({ name }) => name.endsWith('_applications'));

/** Tables whose only rows come from a migration. */
const filledByMigrations = migrations.flatMap(({ sql }) =>
  [...sql.matchAll(/INSERT INTO "(\w+)"/g)].map(([, table]) => table ?? ''),
);

test('decisions on applications move whole, those on awards stay', async () => {
  const name = `shihan_moved_${randomBytes(5).toString('hex')}`;
  const admin = new pg.Client({ connectionString: onDatabase(server, 'postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  const client = new pg.Client({ connectionString: onDatabase(server, name) });
  await client.connect();
  try {
    for (const { sql } of migrations.slice(0, at)) await client.query(sql);
    await fillTables(client, filledByMigrations);
    const id = '00000000-0000-7000-8000-000000000001';
    await client.query('DELETE FROM suspension');
    await client.query('DELETE FROM revocation');
    await client.query(`UPDATE decision SET qualification_id = NULL, act = 'refuse' WHERE id = $1`, [id]);
    await client.query('UPDATE decision SET application_id = NULL WHERE id <> $1', [id]);
    const { rows: before } = await client.query('SELECT * FROM decision ORDER BY id');
    await client.query(migrations[at]?.sql ?? '');
    const { rows: moved } = await client.query('SELECT * FROM application_decision');
    const { rows: kept } = await client.query('SELECT * FROM decision ORDER BY id');
    const { qualification_id: _none, document: _empty, ...first } = before[0];
    expect(moved).toEqual([first]);
    expect(kept).toEqual(before.slice(1).map(({ application_id: _none, ...row }) => row));
  } finally {
    await client.end();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }
});
