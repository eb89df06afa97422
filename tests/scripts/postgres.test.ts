import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { processesIn } from '../../scripts/lib/process/processes.mjs';

/** Neither this folder nor the one above may be entered by anybody else. */
const locked = mkdtempSync(join(tmpdir(), 'shihan-pg-'));
chmodSync(locked, 0o700);
const dataDir = join(locked, 'deep', 'var');
mkdirSync(join(locked, 'deep'), { mode: 0o700 });
afterAll(() => rmSync(locked, { recursive: true }));

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('embedded PostgreSQL in a folder of mode 700', () => {
  it('is created, durable, local, UTF-8, with ICU collations', async () => {
    const server = await startPostgres(dataDir);
    const [facts] = await ask(
      server.url,
      `SELECT current_setting('fsync') AS fsync, current_setting('listen_addresses') AS address, current_user AS role,
         current_database() AS database, pg_encoding_to_char(encoding) AS encoding, datcollate AS locale,
         (SELECT count(*)::int FROM pg_collation WHERE collname = 'kk-x-icu') AS icu
       FROM pg_database WHERE datname = current_database()`,
    );
    expect(facts).toEqual({
      fsync: 'on',
      address: '127.0.0.1',
      role: 'shihan',
      database: 'shihan',
      encoding: 'UTF8',
      locale: 'C.UTF-8',
      icu: 1,
    });
    await ask(server.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await server.stop();
    expect(processesIn(join(dataDir, 'postgres'))).toEqual([]);
  });

  it('keeps its password to its owner, and does not run as root', () => {
    expect(statSync(join(dataDir, 'postgres.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0);
  });

  it('lets nobody in without the password', async () => {
    const server = await startPostgres(dataDir);
    const url = new URL(server.url);
    url.password = 'wrong';
    await expect(ask(url.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    await server.stop();
  });

  it('takes another port when a stranger sits on its own', async () => {
    const { port } = JSON.parse(readFileSync(join(dataDir, 'postgres.json'), 'utf8'));
    const stranger = createServer().listen(port, '127.0.0.1');
    const server = await startPostgres(dataDir);
    expect(server.port).not.toBe(port);
    expect(await ask(server.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await server.stop();
    stranger.close();
  });

  it('recovers from a killed postmaster, and from a postmaster nobody watches', async () => {
    const killed = await startPostgres(dataDir);
    await ask(killed.url, 'CREATE TABLE committed AS SELECT 2 AS two');
    killed.child.kill('SIGKILL');
    const unwatched = await startPostgres(dataDir);
    expect(await ask(unwatched.url, 'SELECT two FROM committed')).toEqual([{ two: 2 }]);
    const server = await startPostgres(dataDir);
    expect(unwatched.child.exitCode).toBe(0);
    expect(await ask(server.url, 'SELECT two FROM committed')).toEqual([{ two: 2 }]);
    await server.stop();
    expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('begins again after a creation that was cut short', async () => {
    const half = join(locked, 'half');
    mkdirSync(join(half, 'postgres.new', 'base'), { recursive: true });
    const server = await startPostgres(half, { fsync: 'off' });
    expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
  });
});
