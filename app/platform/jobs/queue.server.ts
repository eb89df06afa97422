import type { Pool } from 'pg';
import PgBoss from 'pg-boss';
import type { Ctx, Db } from '../context';
import { newId } from '../ids';
import type { Logger } from '../logger.server';
import type { EnqueueOptions, JobDefinition, JobOrder, Jobs } from './jobs';

export type Queue = {
  jobs: Jobs;
  boss: PgBoss;
  close(): Promise<void>;
};

const DAY = 86_400;

const throughPool = (pool: Pool): PgBoss.Db => ({
  executeSql: (text, values) => pool.query(text, values),
});

const throughPrisma = (db: Db): PgBoss.Db => ({
  executeSql: async (text, values) => ({ rows: await db.$queryRawUnsafe(text, ...values) }),
});

/**
 * Opens the queue on the application's own database and makes sure that every queue of `definitions` exists.
 * `supervise` is for the worker: it expires lost jobs and archives old ones.
 */
export async function openQueue(
  pool: Pool,
  definitions: readonly Pick<JobDefinition<unknown>, 'name' | 'options'>[],
  options: { log: Logger; supervise: boolean },
): Promise<Queue> {
  const boss = new PgBoss({
    db: throughPool(pool),
    supervise: options.supervise,
    schedule: false,
    maintenanceIntervalSeconds: 60,
    archiveCompletedAfterSeconds: DAY,
    archiveFailedAfterSeconds: 60 * DAY,
    deleteAfterDays: 7,
  });
  boss.on('error', (error) => options.log.error({ err: error.message }, 'queue'));
  await boss.start();
  const known = new Set((await boss.getQueues()).map((queue) => queue.name));
  for (const { name, options: own } of definitions) {
    if (!known.has(name)) await boss.createQueue(name, { name, policy: 'short', ...retry(own) });
  }
  return {
    boss,
    jobs: jobsOn(boss, null),
    close: () => boss.stop({ graceful: true, wait: true, timeout: 15_000, close: false }),
  };
}

const retry = (own: JobDefinition<unknown>['options']) => ({ ...own, retryBackoff: true });

const asObject = ({ name }: { name: string }, payload: unknown): object => {
  if (typeof payload !== 'object' || payload === null)
    throw new TypeError(`${name}: the payload is no object`);
  return payload;
};

const asRow = ({ job, payload, options }: JobOrder): PgBoss.JobInsert => ({
  name: job.name,
  data: asObject(job, payload),
  ...retry(job.options),
  singletonKey: options.singletonKey ?? newId(),
  ...(options.priority ? { priority: options.priority } : {}),
  ...(options.startAfter ? { startAfter: options.startAfter } : {}),
});

function jobsOn(boss: PgBoss, db: Db | null): Jobs {
  return {
    async enqueue<Payload>(job: JobDefinition<Payload>, payload: Payload, options: EnqueueOptions = {}) {
      const { name, data, ...row } = asRow({ job, payload: job.schema.parse(payload), options });
      await boss.send(name, data ?? {}, { ...row, ...(db ? { db: throughPrisma(db) } : {}) });
    },
    async enqueueAll(orders) {
      if (orders.length > 0) await boss.insert(orders.map(asRow), db ? { db: throughPrisma(db) } : {});
    },
    within: (ctx: Ctx) => jobsOn(boss, ctx.db),
  };
}
