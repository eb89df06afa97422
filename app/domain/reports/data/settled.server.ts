import { setTimeout } from 'node:timers/promises';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';

/** No transaction that writes lives this long (the database client ends it after 20 seconds); a backup may. */
const LONGEST_MS = 60_000;
const PAUSE_MS = 100;

/**
 * Whether nothing that was recorded until the moment can still be committed: no other transaction runs that began
 * shortly before it, or the moment is long past. The moment must have passed.
 */
export async function isSettled(db: Db, moment: Date): Promise<boolean> {
  const from = new Date(moment.getTime() - LONGEST_MS);
  const until = new Date(moment.getTime() + 1);
  const [row] = await db.$queryRaw<{ settled: boolean }[]>(Prisma.sql`
    SELECT now() > ${until}::timestamptz + ${LONGEST_MS}::int * interval '1 ms' OR NOT EXISTS (
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
      AND backend_type = 'client backend' AND xact_start BETWEEN ${from}::timestamptz AND ${until}::timestamptz) AS settled`);
  return row?.settled ?? false;
}

/** Waits until it is so; false when it is not within `patienceMs`. */
export async function waitUntilSettled(db: Db, moment: Date, patienceMs: number): Promise<boolean> {
  const end = performance.now() + patienceMs;
  await setTimeout(2);
  while (!(await isSettled(db, moment))) {
    if (performance.now() > end) return false;
    await setTimeout(PAUSE_MS);
  }
  return true;
}
