import type PgBoss from 'pg-boss';
import type { Logger } from '../logger.server';
import { jobLocks } from './job-locks.server';
import { requeueLost } from './requeue-lost.server';

/** Runs one job; throws to have it tried again. */
export type Runner = (name: string, payload: unknown, jobId: string) => Promise<void>;

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
    await boss.work<object>(name, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async ([job]) => {
      if (!job) return;
      await locks.hold(job.id, () => options.run(name, job.data, job.id));
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
