/** What of a job is kept; a run that was under way begins anew. */
const KEPT = [
  ...['id', 'name', 'priority', 'data', 'retry_limit', 'retry_count', 'retry_delay', 'retry_backoff'],
  ...[
    'start_after',
    'singleton_key',
    'expire_in',
    'created_on',
    'completed_on',
    'keep_until',
    'output',
    'policy',
  ],
];

const columns = KEPT.join(', ');

/** Jobs that wait, run or have failed, as COPY gives them. What is done is not kept. */
export const COPY_JOBS_OUT = `COPY (
  SELECT CASE state WHEN 'active' THEN 'retry' ELSE state::text END AS state, ${columns}
  FROM pgboss.job WHERE state IN ('created', 'retry', 'active', 'failed') ORDER BY created_on, id) TO STDOUT`;

export const MAKE_ROOM_FOR_JOBS =
  'CREATE TEMP TABLE kept_job (LIKE pgboss.job INCLUDING DEFAULTS) ON COMMIT DROP';

export const COPY_JOBS_IN = `COPY kept_job (state, ${columns}) FROM STDIN`;

/** Jobs of queues that this version does not know any more are left out. */
export const TAKE_JOBS = `
  INSERT INTO pgboss.job (state, ${columns})
  SELECT state, ${columns} FROM kept_job WHERE name IN (SELECT name FROM pgboss.queue) ON CONFLICT DO NOTHING`;
