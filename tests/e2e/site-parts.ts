import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import pg from 'pg';
import { storedUrl } from '../../scripts/lib/postgres-cluster.mjs';

/** The running site of these tests: its processes and its database, to break them and to look what is left. */

const folder = (): string => join(process.env.SHIHAN_E2E_FOLDER ?? '', 'data');
const origin = () => `http://127.0.0.1:${process.env.SHIHAN_E2E_PORT}`;

const read = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** The pid of web or worker of this site: its program by name, and its DATA_DIR, tell it from others. */
function processOf(program: 'server' | 'worker'): number {
  const found = readdirSync('/proc').find(
    (pid) =>
      /^\d+$/.test(pid) &&
      (read(`/proc/${pid}/cmdline`) ?? '').includes(`build/${program}.mjs`) &&
      (read(`/proc/${pid}/environ`) ?? '').split('\0').includes(`DATA_DIR=${folder()}`),
  );
  return Number(found ?? 0);
}

export function pidOf(part: 'web' | 'worker' | 'database'): number {
  if (part === 'database')
    return Number((read(join(folder(), 'postgres/postmaster.pid')) ?? '').split('\n')[0]);
  return processOf(part === 'web' ? 'server' : 'worker');
}

export function kill(part: 'web' | 'worker' | 'database'): void {
  const pid = pidOf(part);
  expect(pid, `the process of ${part}`).toBeGreaterThan(1);
  process.kill(pid, 'SIGKILL');
}

/** Waits until the supervisor has everything running again: another process, and the site says it is ready. */
export async function recovered(part: 'web' | 'worker' | 'database', before: number): Promise<void> {
  const isBack = async () => {
    if (pidOf(part) === before || !(pidOf(part) > 1)) return false;
    return fetch(`${origin()}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  };
  await expect.poll(isBack, { timeout: 60_000, message: `${part} is back` }).toBe(true);
}

export const databaseUrl = (): string => storedUrl(folder()) ?? '';

export async function query<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

export const count = async (sql: string, values: unknown[] = []): Promise<number> =>
  Number((await query<{ n: string }>(`SELECT count(*) AS n ${sql}`, values))[0]?.n);

/** Settings of this site for a command that is run beside it. */
export const settingsOfSite = (): NodeJS.ProcessEnv => ({
  ...process.env,
  DATA_DIR: folder(),
  DEMO: '1',
  LOG_LEVEL: 'warn',
});
