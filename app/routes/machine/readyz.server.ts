import type { MachineHandler } from './machine-handler';

/** A worker that was silent for longer counts as gone. */
const SILENCE_SECONDS = 15;

/** The database answers and a worker is alive; 503 says which is missing. */
export const readyz: MachineHandler = async (_req, res, { database, clock }) => {
  const since = new Date(clock.now().getTime() - SILENCE_SECONDS * 1000);
  const alive = await database.pool
    .query<{ alive: boolean }>('SELECT EXISTS (SELECT 1 FROM worker_heartbeat WHERE seen > $1) AS alive', [
      since,
    ])
    .then(({ rows }) => rows[0]?.alive ?? false)
    .catch(() => null);
  const body = { database: alive !== null, worker: alive === true };
  res
    .set('Cache-Control', 'no-store')
    .status(body.database && body.worker ? 200 : 503)
    .json(body);
};
