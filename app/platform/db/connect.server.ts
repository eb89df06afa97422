import { AsyncLocalStorage } from 'node:async_hooks';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from './client';

/**
 * Counts the statements sent to the database while one request or job runs. Following who asks slows every promise of
 * the process down from the first use on, so nothing counts unless somebody looks.
 */
export type QueryCount = { queries: number };
export const queryCount = new AsyncLocalStorage<QueryCount>();

export type Database = {
  client: PrismaClient;
  /** For the few statements that bypass Prisma (page cache, hot machine addresses, queue). */
  pool: pg.Pool;
  close(): Promise<void>;
};

/** A query that waits longer than this is ended by the server; nobody waits longer for a page. */
const STATEMENT_TIMEOUT_MS = 20_000;

function countQueries(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const send = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (...args: unknown[]) => {
        const count = queryCount.getStore();
        if (count) count.queries += 1;
        return send(...args);
      },
    });
  });
}

/**
 * Opens a pool that survives a restart of the database: lost idle connections are dropped and replaced,
 * `onLost` is told.
 */
export function connectDatabase(
  url: string,
  options: { max: number; onLost: (error: Error) => void },
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    connectionTimeoutMillis: 8_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    application_name: 'shihan',
  });
  pool.on('error', options.onLost);
  countQueries(pool);
  const client = new PrismaClient({
    adapter: new PrismaPg(pool, { onPoolError: options.onLost }),
    // Where in the code a refused statement was sent from is in the log's stack anyway; finding it out takes long.
    errorFormat: 'minimal',
    transactionOptions: { maxWait: 8_000, timeout: 20_000 },
  });
  return {
    client,
    pool,
    async close() {
      await client.$disconnect();
      await pool.end();
    },
  };
}
