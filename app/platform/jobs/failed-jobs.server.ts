import type { Db } from '../context';
import { Prisma } from '../db/client';

export type FailedJob = {
  id: string;
  name: string;
  tries: number;
  failedAt: Date;
  /** The message of the last error; never the payload. */
  reason: string;
};

export type QueueCount = { name: string; waiting: number; active: number; failed: number };

/** Jobs that used up their tries, newest first, one page after the cursor. */
export async function listFailedJobs(
  db: Db,
  page: { before: Date | null; take: number },
): Promise<FailedJob[]> {
  return db.$queryRaw<FailedJob[]>(Prisma.sql`
    SELECT id::text AS id, name, (retry_count + 1)::int AS tries, completed_on AS "failedAt",
           coalesce(left(output->>'message', 500), '') AS reason
    FROM pgboss.job
    WHERE state = 'failed' AND (${page.before}::timestamptz IS NULL OR completed_on < ${page.before}::timestamptz)
    ORDER BY completed_on DESC LIMIT ${page.take}`);
}

/** Waiting, running and failed jobs of each queue. */
export async function countJobs(db: Db): Promise<QueueCount[]> {
  return db.$queryRaw<QueueCount[]>(Prisma.sql`
    SELECT q.name, count(*) FILTER (WHERE j.state IN ('created', 'retry'))::int AS waiting,
           count(*) FILTER (WHERE j.state = 'active')::int AS active,
           count(*) FILTER (WHERE j.state = 'failed')::int AS failed
    FROM pgboss.queue q LEFT JOIN pgboss.job j ON j.name = q.name
    GROUP BY q.name ORDER BY q.name COLLATE "C"`);
}

/** Gives a failed job all its tries again. Answers false when it is not failed (any more). */
export async function retryFailedJob(db: Db, name: string, id: string): Promise<boolean> {
  const changed = await db.$executeRaw(Prisma.sql`
    UPDATE pgboss.job SET state = 'retry', retry_count = 0, start_after = now(), completed_on = NULL
    WHERE name = ${name} AND id = ${id}::uuid AND state = 'failed'`);
  return changed === 1;
}
