import pg from 'pg';

/** Every running job holds an advisory lock under its id; the lock dies with the worker's connection. */
export const LOCK_SPACE = 7_201;

export type JobLocks = {
  /** Runs `work` while the lock of the job is held. */
  hold(jobId: string, work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
};

async function connect(connectionString: string, onLost: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, application_name: 'shihan-locks' });
  client.on('error', onLost);
  client.on('end', onLost);
  await client.connect();
  return client;
}

/** One lasting connection for the locks of this worker; opened again when it was lost. */
export function jobLocks(connectionString: string): JobLocks {
  let connection: Promise<pg.Client> | null = null;
  const forget = () => {
    connection = null;
  };
  const open = () => {
    connection ??= connect(connectionString, forget).catch((error: unknown) => {
      forget();
      throw error;
    });
    return connection;
  };
  let last: Promise<unknown> = Promise.resolve();
  /** One statement at a time: jobs of several queues share the connection. */
  const ask = (sql: string, jobId: string): Promise<unknown> => {
    const next = last.then(async () => (await open()).query(sql, [LOCK_SPACE, jobId]));
    last = next.catch(() => undefined);
    return next;
  };
  return {
    async hold(jobId, work) {
      await ask('SELECT pg_advisory_lock($1, hashtext($2))', jobId);
      try {
        await work();
      } finally {
        await ask('SELECT pg_advisory_unlock($1, hashtext($2))', jobId).catch(() => undefined);
      }
    },
    async close() {
      const client = await connection?.catch(() => null);
      await client?.end();
    },
  };
}
