import { createHash } from 'node:crypto';
import {
  accessSync,
  appendFileSync,
  constants,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { allJobs } from '~/all-jobs.server';
import { openQueue } from '~/platform/jobs/queue.server';
import { createLogger } from '~/platform/logger.server';
import { deployMigrations } from '../../scripts/lib/migrate.mjs';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { processesIn } from '../../scripts/lib/process/processes.mjs';

/** Not the C order of the embedded database: what passes here and in the browser tests depends on neither. */
const LOCALE = `LOCALE 'C.UTF-8' LOCALE_PROVIDER icu ICU_LOCALE 'kk-KZ'`;

export type Template = { serverUrl: string; name: string; stop: () => Promise<void> };

/** Nothing on this server needs to outlive the run, or to be tended while it lasts. */
const PASSING = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  max_connections: '300',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
};

const MEMORY = '/dev/shm';
const ROOMY_BYTES = 4 * 1024 ** 3;
const PREFIX = 'shihan-test-';
const YOUNG_MS = 600_000;

/** Hundreds of databases of a thousand files each are made and dropped: in memory where there is much of it, else on disk. */
function folderForServer(): string {
  try {
    accessSync(MEMORY, constants.W_OK);
    forgetDead();
    const { bavail, bsize } = statfsSync(MEMORY);
    if (Math.min(bavail * bsize, freemem()) > ROOMY_BYTES) return MEMORY;
  } catch {
    // No such place on this system.
  }
  return tmpdir();
}

/** What runs that were killed left in memory; a young one may just be starting. */
function forgetDead(): void {
  for (const name of readdirSync(MEMORY).filter((each) => each.startsWith(PREFIX))) {
    const folder = join(MEMORY, name);
    const age = Date.now() - statSync(folder).mtimeMs;
    if (age > YOUNG_MS && processesIn(join(folder, 'postgres')).length === 0)
      rmSync(folder, { recursive: true, force: true });
  }
}

/** Its own folder, where nobody else comes in: a connection there costs less than one by address and password. */
const OVER_SOCKET = { unix_socket_directories: '.' };

/** The address of the same server by its socket, which asks for no password. */
async function onSocket(serverUrl: string, folder: string): Promise<string> {
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  appendFileSync(join(folder, 'pg_hba.conf'), 'local all all trust\n');
  await server.query('SELECT pg_reload_conf()');
  await server.end();
  const url = new URL(serverUrl);
  url.searchParams.set('host', folder);
  for (let tries = 1; ; tries += 1) {
    const client = new pg.Client({ connectionString: url.href });
    try {
      await client.connect();
      await client.end();
      return url.href;
    } catch (error) {
      if (tries === 100) throw error;
      await sleep(20);
    }
  }
}

/** The server of the tests: TEST_DATABASE_URL when somebody gives one, else an embedded one for this run. */
async function openServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, stop: async () => undefined };
  const folder = mkdtempSync(join(folderForServer(), PREFIX));
  const server = await startPostgres(folder, { ...PASSING, ...OVER_SOCKET });
  return {
    url: await onSocket(server.url, join(folder, 'postgres')),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Names the template by what it was made from, so that an unchanged one is used again on a lasting server. */
function templateName(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync('prisma/migrations', { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.sql')) hash.update(readFileSync(join('prisma/migrations', name)));
  }
  for (const job of allJobs) hash.update(job.name);
  hash.update(LOCALE);
  return `shihan_template_${hash.digest('hex').slice(0, 12)}`;
}

export const onDatabase = (serverUrl: string, name: string): string => {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
};

async function fill(url: string): Promise<void> {
  await deployMigrations(url);
  const pool = new pg.Pool({ connectionString: url });
  const queue = await openQueue(pool, allJobs, { log: createLogger('silent', 'test'), supervise: false });
  await queue.close();
  await pool.end();
}

/** Makes the template unless it stands, under a lock: several runs may share one server. */
async function ensureTemplate(serverUrl: string, name: string): Promise<void> {
  const admin = new pg.Client({ connectionString: onDatabase(serverUrl, 'postgres') });
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock(7202)');
    const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    const draft = `${name}_draft`;
    await admin.query(`DROP DATABASE IF EXISTS ${draft}`);
    await admin.query(`CREATE DATABASE ${draft} TEMPLATE template0 ENCODING 'UTF8' ${LOCALE}`);
    await fill(onDatabase(serverUrl, draft));
    await admin.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  } finally {
    await admin.end();
  }
}

/** The migrated template on its server; the server is stopped again when the template cannot be made. */
export async function prepareTemplate(): Promise<Template> {
  const server = await openServer();
  const name = templateName();
  try {
    await ensureTemplate(server.url, name);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { serverUrl: server.url, name, stop: server.stop };
}
