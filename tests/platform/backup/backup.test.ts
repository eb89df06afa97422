import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allJobs } from '~/all-jobs.server';
import { checkBackup } from '~/platform/backup/check-backup.server';
import { restoreBackup } from '~/platform/backup/restore-backup.server';
import { type BackupOrder, writeBackup } from '~/platform/backup/write-backup.server';
import { openQueue } from '~/platform/jobs/queue.server';
import { createLogger } from '~/platform/logger.server';
import { localStorage } from '~/platform/storage/local-storage.server';
import { makeBookkeeping, readMigrations } from '../../../scripts/lib/migrate.mjs';
import { fillTables } from '../../scripts/fill-tables';
import { useWorld } from '../../support/database';
import { onDatabase } from '../../support/template-database';

const world = useWorld();
const server = process.env.SHIHAN_TEST_SERVER ?? '';
const log = createLogger('silent', 'test');
const passphrase = 'жеті мұхит, сегіз тау';
const film = randomBytes(3_000_000);
let folder: string;
const path = (name: string) => join(folder, name);

const emptied: string[] = [];
/** A database with the tables that every start makes first, and no other. */
async function emptyDatabase(): Promise<string> {
  const name = `shihan_restored_${randomBytes(5).toString('hex')}`;
  const admin = new pg.Client({ connectionString: onDatabase(server, 'postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  emptied.push(name);
  const url = onDatabase(server, name);
  await makeBookkeeping(url);
  const pool = new pg.Pool({ connectionString: url });
  await (await openQueue(pool, allJobs, { log, supervise: false })).close();
  await pool.end();
  return url;
}

const order = (facts: Partial<BackupOrder> = {}): BackupOrder => ({
  databaseUrl: world.current.url,
  storage: localStorage(path('storage')),
  keysDir: path('keys'),
  site: 'http://127.0.0.1:3000',
  file: path('whole.age'),
  passphrase,
  withVideo: false,
  now: new Date('2026-11-28T09:00:00Z'),
  progress: () => undefined,
  signal: new AbortController().signal,
  work: 10,
  ...facts,
});

const target = (databaseUrl: string, name: string, facts: { file?: string; passphrase?: string } = {}) => ({
  ...{ databaseUrl, file: path('whole.age'), passphrase, progress: () => undefined },
  ...{ storage: localStorage(path(`${name}-storage`)), keysDir: path(`${name}-keys`) },
  ...facts,
});

/** A digest of every table, by its name; signs of life are nobody's history. */
async function digests(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'worker_heartbeat'`,
  );
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const digest = await client.query<{ sum: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' ORDER BY md5(t::text))), '') AS sum FROM "${name}" t`,
    );
    found[name] = digest.rows[0]?.sum ?? '';
  }
  const ties = await client.query<{ all: string }>(
    `SELECT md5(string_agg(conname || pg_get_constraintdef(oid) || convalidated, ',' ORDER BY conname)) AS all FROM pg_constraint WHERE connamespace = 'public'::regnamespace`,
  );
  await client.end();
  return { ...found, 'all constraints': ties.rows[0]?.all ?? '' };
}

/** Three rows in every table, and jobs in every state. */
async function fillDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const filled = readMigrations('prisma/migrations').flatMap(({ sql }) =>
    [...sql.matchAll(/INSERT INTO "(\w+)"/g)].map(([, table]) => table ?? ''),
  );
  try {
    await fillTables(client, filled);
    await client.query(
      `INSERT INTO pgboss.job (name, data, state, singleton_key) VALUES
       ('mail.send', '{"mailId": "a\\tb"}', 'created', 'one'), ('mail.send', '{}', 'active', 'two'),
       ('mail.send', '{}', 'completed', 'three'), ('mail.send', '{}', 'failed', 'four')`,
    );
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shihan-backup-'));
  await fillDatabase(world.current.url);
  const storage = localStorage(path('storage'));
  await storage.put('documents/ә.pdf', Buffer.from('%PDF-1.7 内股'));
  await storage.put('documents/empty', Buffer.alloc(0));
  await storage.put('masters/film', Readable.from([film]));
  await localStorage(path('keys')).put('signing/0001.json', Buffer.from('{}'));
  await localStorage(path('keys')).put('documents/0001.json', Buffer.from('{}'));
  await localStorage(path('keys')).put('secret-key', Buffer.from('secret'));
});
afterAll(async () => {
  const admin = new pg.Client({ connectionString: onDatabase(server, 'postgres') });
  await admin.connect();
  for (const name of emptied) await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.end();
  rmSync(folder, { recursive: true, force: true });
});

test('every table, key and document comes back as it was; jobs that wait do too', async () => {
  const { manifest, summary } = await writeBackup(order());
  expect(manifest).toMatchObject({ files: { count: 2 }, leftOut: { count: 1, bytes: 3_000_000 } });
  expect(summary).toMatchObject({ jobs: 3, keys: 3, files: { count: 2 } });
  expect(readFileSync(path('whole.age')).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  const url = await emptyDatabase();
  const there = target(url, 'new');
  const { missing } = await restoreBackup(there, await checkBackup(there));
  expect(missing).toEqual({ count: 1, bytes: 3_000_000 });
  expect(await digests(url)).toEqual(await digests(world.current.url));
  expect(await there.storage.list('')).toEqual(['documents/empty', 'documents/ә.pdf']);
  expect((await buffer(there.storage.read('documents/ә.pdf'))).toString()).toBe('%PDF-1.7 内股');
  expect(readFileSync(path('new-keys/secret-key'), 'utf8')).toBe('secret');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    'SELECT state, singleton_key AS key, data FROM pgboss.job ORDER BY singleton_key COLLATE "C"',
  );
  await client.end();
  expect(rows).toEqual([
    { state: 'failed', key: 'four', data: {} },
    { state: 'created', key: 'one', data: { mailId: 'a\tb' } },
    { state: 'retry', key: 'two', data: {} },
  ]);
  await expect(checkBackup(there)).rejects.toThrow('The database is not empty');
});

test('with masters, they are in it', async () => {
  const { manifest } = await writeBackup(order({ withVideo: true, file: path('video.age') }));
  expect(manifest).toMatchObject({ hasVideo: true, files: { count: 3 }, leftOut: { count: 0 } });
  const there = target(await emptyDatabase(), 'video', { file: path('video.age') });
  await restoreBackup(there, await checkBackup(there));
  expect((await buffer(there.storage.read('masters/film'))).equals(film)).toBe(true);
});

test('a wrong passphrase, a cut file, a changed byte and other files are told apart; nothing is restored', async () => {
  const whole = readFileSync(path('whole.age'));
  const url = await emptyDatabase();
  const before = await digests(url);
  const refusal = async (name: string, bytes: Buffer | null, word = passphrase) => {
    if (bytes) writeFileSync(path(name), bytes);
    return checkBackup(target(url, 'bad', { file: path(name), passphrase: word })).then(
      () => 'restored',
      (error: Error) => error.message.replace(`${path(name)} `, ''),
    );
  };
  const changedAt = (at: number) => {
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    return bytes;
  };
  const damaged = 'is damaged: it was cut or changed after it was made';
  expect(await refusal('whole.age', null, 'another one altogether')).toMatch('the passphrase is wrong');
  expect(await refusal('cut.age', whole.subarray(0, whole.length - 1))).toBe(damaged);
  expect(await refusal('half.age', whole.subarray(0, whole.length / 2))).toBe(damaged);
  for (const at of [250, whole.length >> 1, whole.length - 20])
    expect(await refusal('changed.age', changedAt(at))).toBe(damaged);
  expect(await refusal('text.age', Buffer.from('no backup at all\n'.repeat(99)))).toBe(
    'is no backup of Shihan',
  );
  expect(await refusal('none.age', null)).toMatch('There is no file');
  expect(await digests(url)).toEqual(before);
  expect(existsSync(path('bad-keys'))).toBe(false);
});

test('other keys are never replaced, and a load that fails leaves nothing behind', async () => {
  const url = await emptyDatabase();
  const there = target(url, 'other');
  await localStorage(path('other-keys')).put('secret-key', Buffer.from('another'));
  await expect(checkBackup(there)).rejects.toThrow('holds other keys');
  rmSync(path('other-keys'), { recursive: true });
  const checked = await checkBackup(there);
  const rows = { ...checked.summary.rows, person: 4 };
  const short = { ...checked, summary: { ...checked.summary, rows } };
  await expect(restoreBackup(there, short)).rejects.toThrow('3 of 4 rows of person');
  expect(await there.storage.list('')).toEqual([]);
  expect(existsSync(path('other-keys'))).toBe(false);
  await there.storage.put('documents/ә.pdf', Buffer.from('another'));
  await expect(restoreBackup(there, checked)).rejects.toThrow('another file documents/ә.pdf');
  expect(await there.storage.list('')).toEqual(['documents/ә.pdf']);
  await there.storage.put('documents/ә.pdf', Buffer.from('%PDF-1.7 内股'));
  await restoreBackup(there, checked);
  expect(await digests(url)).toEqual(await digests(world.current.url));
});

test('signed rows without what signed them are no backup; keys behind links are in it', async () => {
  const lost = order({ keysDir: path('nowhere'), file: path('lost.age') });
  await expect(writeBackup(lost)).rejects.toThrow('holds no signing key');
  mkdirSync(path('linked-keys'));
  symlinkSync(path('keys/signing'), path('linked-keys/signing'));
  symlinkSync(path('keys/secret-key'), path('linked-keys/secret-key'));
  const linked = order({ keysDir: path('linked-keys'), file: path('linked.age') });
  await expect(writeBackup(linked)).rejects.toThrow('holds no certificate for documents');
  symlinkSync(path('keys/documents'), path('linked-keys/documents'));
  expect((await writeBackup(linked)).summary.keys).toBe(3);
});

test('a backup that is stopped leaves no file, and one is never written over', async () => {
  const stopped = new AbortController();
  const progress = (what: string) => what.startsWith('database') && stopped.abort();
  const half = order({ file: path('stopped.age'), progress, signal: stopped.signal });
  await expect(writeBackup(half)).rejects.toThrow();
  expect(readdirSync(folder).filter((name) => name.startsWith('stopped'))).toEqual([]);
  await expect(writeBackup(order())).rejects.toThrow('exists already');
});
