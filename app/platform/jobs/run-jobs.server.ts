import type PgBoss from 'pg-boss';
import type { Logger } from '../logger.server';
import { jobLocks } from './job-locks.server';
import { requeueLost } from './requeue-lost.server';

/** Runs one job; throws to have it tried again. `isLastTry`: when it fails now, it is not tried any more. */
export type Runner = (
  name: string,
  payload: unknown,
  job: { id: string; isLastTry: boolean },
) => Promise<void>;

export type RunningWorker = {
  /** Lets running jobs end (15 s), returns the rest to the queue. */
  stop(): Promise<void>;
};

const LOOK_EVERY_MS = 3_000;

/**
 * Works all queues. Jobs of a worker that was killed are found by their missing lock and tried again at once,
 * without waiting for their time limit.
 */
export async function runJobs(
  boss: PgBoss,
  options: { databaseUrl: string; queues: readonly string[]; run: Runner; log: Logger },
): Promise<RunningWorker> {
  const { databaseUrl, log } = options;
  const locks = jobLocks(databaseUrl);
  await requeueLost(databaseUrl, log);
  const timer = setInterval(() => void requeueLost(databaseUrl, log), LOOK_EVERY_MS);
  for (const name of options.queues) {
    const work = { pollingIntervalSeconds: 0.5, batchSize: 1, includeMetadata: true } as const;
    await boss.work<object>(name, work, async ([job]) => {
      if (!job) return;
      const { id, data, retryCount, retryLimit } = job;
      await locks.hold(id, () => options.run(name, data, { id, isLastTry: retryCount >= retryLimit }));
    });
  }
  return {
    async stop() {
      clearInterval(timer);
      await boss.stop({ graceful: true, wait: true, timeout: 15_000, close: false });
      await locks.close();
    },
  };
}
