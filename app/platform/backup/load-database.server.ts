import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { BackupError, type DatabaseShape, type Manifest, PLACES, type Summary } from './backup-format';
import {
  BOOKKEEPING,
  type ForeignKey,
  isEmptyDatabase,
  listForeignKeys,
  quoted,
} from './database-shape.server';
import { openClient } from './open-client.server';
import { COPY_JOBS_IN, MAKE_ROOM_FOR_JOBS, TAKE_JOBS } from './waiting-jobs';

const MIGRATIONS = 'prisma/migrations';
const unpacked = promisify(gunzip);

/** The statements of a backup's migrations. Throws BackupError when this version is not one of those that follow it. */
export async function readMigrationsOf({ migrations }: Pick<DatabaseShape, 'migrations'>): Promise<string[]> {
  return Promise.all(
    migrations.map(async ({ name, checksum }) => {
      const file = join(MIGRATIONS, name, 'migration.sql');
      if (!existsSync(file))
        throw new BackupError(
          `The backup was made by a newer version: this one does not know the migration ${name}. Restore it with that version.`,
        );
      const sql = await readFile(file, 'utf8');
      if (createHash('sha256').update(sql).digest('hex') !== checksum)
        throw new BackupError(`The migration ${name} of the backup is another one than here.`);
      return sql;
    }),
  );
}

export type Loading = {
  /** Takes the pieces in the order of the backup. */
  add(name: string, content: Buffer): Promise<void>;
  /** Ties everything together, checks that it is whole, and makes it the database's content. */
  commit(summary: Summary): Promise<void>;
  /** Whether the rows are in the database for good, or may be: it broke off at its end and cannot be asked. */
  mayBeThere(): Promise<boolean>;
  /** Leaves the database as it was. */
  close(): Promise<void>;
};

type Copy = { target: string; stream: Writable & { rowCount: number } };

/** Makes the schema of the backup, without rows and without foreign keys; answers those. */
async function makeRoom(client: pg.Client, manifest: Manifest): Promise<ForeignKey[]> {
  await client.query('BEGIN');
  for (const sql of await readMigrationsOf(manifest)) await client.query(sql);
  const ties = await listForeignKeys(client);
  for (const { table, name } of ties)
    await client.query(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`);
  for (const { name } of manifest.tables)
    if (name !== BOOKKEEPING) await client.query(`TRUNCATE ${quoted(name)}`);
  await client.query(MAKE_ROOM_FOR_JOBS);
  return ties;
}

/** Opens one transaction in which the schema of the backup is made and its rows are put in. */
export async function beginLoading(url: string, manifest: Manifest): Promise<Loading> {
  const { client, requireWhole, close } = await openClient(url, 'shihan-restore');
  const ties = await makeRoom(client, manifest).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const rows: Record<string, number> = {};
  let [open, isEnding]: [Copy | null, boolean] = [null, false];
  const finish = async () => {
    if (!open) return;
    open.stream.end();
    await finished(open.stream);
    rows[open.target] = open.stream.rowCount;
    open = null;
  };
  return {
    async add(name, content) {
      requireWhole();
      const target = targetOf(name);
      if (open?.target !== target) {
        await finish();
        open = { target, stream: client.query(copyFrom(copyInto(target, manifest))) };
        open.stream.on('error', () => undefined);
      }
      await written(open.stream, await unpacked(content));
    },
    async commit(summary) {
      await finish();
      requireRows(summary, rows);
      await tieTogether(client, manifest, ties);
      isEnding = true;
      await client.query('COMMIT');
      // Statistics only: without them queries are slower until the database makes its own.
      await client.query('ANALYZE').catch(() => undefined);
    },
    mayBeThere: async () => isEnding && !(await isEmptyAt(url).catch(() => false)),
    close,
  };
}

async function tieTogether(
  client: pg.Client,
  { sequences }: Manifest,
  ties: readonly ForeignKey[],
): Promise<void> {
  for (const { table, name, definition } of ties)
    await client.query(`ALTER TABLE ${quoted(table)} ADD CONSTRAINT ${quoted(name)} ${definition}`);
  for (const { name, last, isCalled } of sequences)
    await client.query('SELECT setval($1::regclass, $2, $3)', [quoted(name), last, isCalled]);
  await client.query(TAKE_JOBS);
}

async function isEmptyAt(url: string): Promise<boolean> {
  const { client, close } = await openClient(url, 'shihan-restore');
  try {
    return await isEmptyDatabase(client);
  } finally {
    await close();
  }
}

/** Table of a piece, or '' for jobs. */
function targetOf(name: string): string {
  return name.startsWith(PLACES.jobs) ? '' : (name.slice(PLACES.database.length).split('/')[0] ?? '');
}

function copyInto(target: string, { tables }: Manifest): string {
  if (target === '') return COPY_JOBS_IN;
  const table = tables.find(({ name }) => name === target);
  if (!table) throw new BackupError(`The backup holds rows of ${target}, which it does not list`);
  return `COPY ${quoted(target)} (${table.columns.map(quoted).join(', ')}) FROM STDIN`;
}

const written = (stream: Writable, bytes: Buffer) =>
  new Promise<void>((resolve, reject) => {
    stream.once('error', reject);
    stream.write(bytes, (error) => {
      stream.off('error', reject);
      if (error) reject(error);
      else resolve();
    });
  });

function requireRows({ rows: wanted, jobs }: Summary, rows: Record<string, number>): void {
  for (const [target, count] of [...Object.entries(wanted), ['', jobs] as const])
    if ((rows[target] ?? 0) !== count)
      throw new BackupError(
        `The backup is not whole: ${rows[target] ?? 0} of ${count} rows of ${target || 'the jobs'} came in`,
      );
}
