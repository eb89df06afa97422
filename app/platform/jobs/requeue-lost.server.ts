import pg from 'pg';
import type { Logger } from '../logger.server';
import { LOCK_SPACE } from './job-locks.server';

/** Between fetching a job and taking its lock a worker needs less than this. */
const LOST_AFTER_SECONDS = 3;

const REQUEUE = `
  WITH lost AS (
    SELECT name, id FROM pgboss.job
    WHERE state = 'active' AND started_on < now() - make_interval(secs => ${LOST_AFTER_SECONDS})
  )
  UPDATE pgboss.job SET state = 'retry', start_after = now(), started_on = NULL
  FROM lost
  WHERE pgboss.job.name = lost.name AND pgboss.job.id = lost.id AND pgboss.job.state = 'active'
    AND pg_try_advisory_xact_lock(${LOCK_SPACE}, hashtext(lost.id::text))`;

/**
 * Returns running jobs whose lock nobody holds to their queue. It uses a connection of its own: the worker's lock
 * session would see its own locks as free. A database that does not answer is tried again at the next call.
 */
export async function requeueLost(connectionString: string, log: Logger): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: 'shihan-requeue' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query(REQUEUE);
    if (rowCount) log.warn({ jobs: rowCount }, 'jobs of a lost worker returned to the queue');
  } catch (error) {
    log.warn({ err: error instanceof Error ? error.message : 'unknown' }, 'looking for lost jobs failed');
  } finally {
    await client.end().catch(() => undefined);
  }
}
