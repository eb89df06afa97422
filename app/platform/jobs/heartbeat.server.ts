import type { Clock } from '../clock';
import type { PrismaClient } from '../db/client';
import { newId } from '../ids';
import type { Logger } from '../logger.server';

const BEAT_MS = 2_000;

/** Rows of workers that were killed are swept after this time. */
const SWEEP_MS = 3_600_000;

/** Tells every two seconds that this worker lives; the returned function takes the sign away. */
export async function startHeartbeat(
  db: PrismaClient,
  clock: Clock,
  log: Logger,
): Promise<() => Promise<void>> {
  const id = newId();
  const beat = async () => {
    const seen = clock.now();
    await db.workerHeartbeat
      .upsert({ where: { id }, create: { id, seen }, update: { seen } })
      .catch((error: unknown) =>
        log.warn({ err: error instanceof Error ? error.message : 'unknown' }, 'heartbeat failed'),
      );
  };
  await db.workerHeartbeat.deleteMany({
    where: { seen: { lt: new Date(clock.now().getTime() - SWEEP_MS) } },
  });
  await beat();
  const timer = setInterval(() => void beat(), BEAT_MS);
  return async () => {
    clearInterval(timer);
    await db.workerHeartbeat.deleteMany({ where: { id } }).catch(() => undefined);
  };
}
