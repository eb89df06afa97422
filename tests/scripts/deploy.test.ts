import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { deployMigrations, resolveMigration } from '../../scripts/lib/migrate.mjs';
import { onDatabase } from '../support/template-database';

const server = process.env.SHIHAN_TEST_SERVER ?? '';
const root = mkdtempSync(join(tmpdir(), 'shihan-deploy-'));
const databases: string[] = [];
let folder = '';
let url = '';

async function query(address: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

const FUNCTION = `CREATE TABLE "a" (id int PRIMARY KEY);
CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 2; END $$;`;

beforeEach(async () => {
  folder = mkdtempSync(join(root, 'migrations-'));
  const name = `shihan_deploy_${randomBytes(5).toString('hex')}`;
  databases.push(name);
  await query(onDatabase(server, 'postgres'), `CREATE DATABASE ${name}`);
  url = onDatabase(server, name);
  write('20260101000000_first', FUNCTION);
});

afterAll(async () => {
  for (const name of databases)
    await query(onDatabase(server, 'postgres'), `DROP DATABASE ${name} WITH (FORCE)`);
  rmSync(root, { recursive: true });
});

it('applies in order, with the bookkeeping of prisma migrate, and once', async () => {
  write('20260102000000_second', 'ALTER TABLE "a" ADD COLUMN b int;');
  expect(await deployMigrations(url, folder)).toEqual(['20260101000000_first', '20260102000000_second']);
  expect(await deployMigrations(url, folder)).toEqual([]);
  const rows = await query(url, 'SELECT * FROM "_prisma_migrations" ORDER BY migration_name');
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    migration_name: '20260101000000_first',
    checksum: createHash('sha256').update(FUNCTION).digest('hex'),
    finished_at: expect.any(Date),
    rolled_back_at: null,
    logs: null,
    applied_steps_count: 1,
  });
});

it('is applied once by many who start at the same time', async () => {
  const applied = await Promise.all(Array.from({ length: 5 }, () => deployMigrations(url, folder)));
  expect(applied.flat()).toEqual(['20260101000000_first']);
});

it('refuses when an applied migration was edited or is unknown', async () => {
  await deployMigrations(url, folder);
  write('20260101000000_first', `${FUNCTION} -- edited`);
  await expect(deployMigrations(url, folder)).rejects.toThrow(
    '20260101000000_first was edited after it had been applied',
  );
  rmSync(join(folder, '20260101000000_first'), { recursive: true });
  await expect(deployMigrations(url, folder)).rejects.toThrow('the database is newer than the program');
});

it('undoes a failing migration as a whole, refuses until it is resolved, then tries again', async () => {
  write('20260102000000_bad', 'CREATE TABLE half (id int); SELECT 1 / 0;');
  await expect(deployMigrations(url, folder)).rejects.toThrow(
    '20260102000000_bad could not be applied: division by zero',
  );
  expect(await query(url, `SELECT to_regclass('half') AS half, to_regclass('a')::text AS a`)).toEqual([
    { half: null, a: 'a' },
  ]);
  await expect(deployMigrations(url, folder)).rejects.toThrow('failed on this database earlier');
  await expect(resolveMigration(url, 'nothing')).rejects.toThrow('No failed migration');
  await resolveMigration(url, '20260102000000_bad');
  write('20260102000000_bad', 'CREATE TABLE half (id int);');
  expect(await deployMigrations(url, folder)).toEqual(['20260102000000_bad']);
});

it('notes no failure when the connection is lost midway', async () => {
  write('20260102000000_cut', 'CREATE TABLE cut (id int); SELECT pg_terminate_backend(pg_backend_pid());');
  await expect(deployMigrations(url, folder)).rejects.toThrow('20260102000000_cut could not be applied');
  write('20260102000000_cut', 'CREATE TABLE cut (id int);');
  expect(await deployMigrations(url, folder)).toEqual(['20260102000000_cut']);
});
