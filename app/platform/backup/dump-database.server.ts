import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type DatabaseShape, PLACES } from './backup-format';
import { quoted, readShape } from './database-shape.server';
import { openClient } from './open-client.server';
import { COPY_JOBS_OUT } from './waiting-jobs';

/** Bytes of COPY in one piece, before they are packed. */
const PIECE = 4 * 1024 ** 2;

const packed = promisify(gzip);

export type Piece = { name: string; bytes: Buffer };

export type Snapshot = {
  shape: DatabaseShape;
  /** The moment is given up when they were read. Every table as gzip-packed text of COPY, in pieces that follow one another; then the jobs that wait. */
  pieces(): AsyncGenerator<Piece>;
  /** Rows of each table; complete once the pieces were read. */
  rows: Record<string, number>;
  jobs: number;
  close(): Promise<void>;
};

const pieceName = (folder: string, no: number): string => `${folder}${String(no).padStart(6, '0')}.gz`;

/** Answers the number of rows. */
async function* copyOut(client: pg.Client, sql: string, folder: string): AsyncGenerator<Piece, number> {
  const stream = client.query(copyTo(sql));
  let [chunks, size, no]: [Buffer[], number, number] = [[], 0, 0];
  const take = async (): Promise<Piece> => {
    const whole = Buffer.concat(chunks);
    [chunks, size, no] = [[], 0, no + 1];
    return { name: pieceName(folder, no), bytes: await packed(whole) };
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= PIECE) yield await take();
  }
  if (size > 0) yield await take();
  return stream.rowCount;
}

async function beginReading(client: pg.Client): Promise<DatabaseShape> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  return readShape(client);
}

/** Everything as it is at one moment, while the site goes on. */
export async function openSnapshot(url: string): Promise<Snapshot> {
  const { client, requireWhole, close } = await openClient(url, 'shihan-backup');
  const shape = await beginReading(client).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const snapshot: Snapshot = {
    shape,
    rows: {},
    jobs: 0,
    async *pieces() {
      for (const { name, columns } of snapshot.shape.tables) {
        requireWhole();
        const copy = `COPY ${quoted(name)} (${columns.map(quoted).join(', ')}) TO STDOUT`;
        snapshot.rows[name] = yield* copyOut(client, copy, `${PLACES.database}${name}/`);
      }
      const { rows } = await client.query<{ queue: string | null }>(
        `SELECT to_regclass('pgboss.job')::text AS queue`,
      );
      if (rows[0]?.queue) snapshot.jobs = yield* copyOut(client, COPY_JOBS_OUT, PLACES.jobs);
      requireWhole();
      await close();
    },
    close,
  };
  return snapshot;
}
