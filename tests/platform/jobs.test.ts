import pg from 'pg';
import { expect, test } from 'vitest';
import { inTransaction } from '~/platform/context';
import { newId } from '~/platform/ids';
import { countJobs, listFailedJobs, retryFailedJob } from '~/platform/jobs/failed-jobs.server';
import { LOCK_SPACE } from '~/platform/jobs/job-locks.server';
import { defineJob } from '~/platform/jobs/jobs';
import { openQueue } from '~/platform/jobs/queue.server';
import { requeueLost } from '~/platform/jobs/requeue-lost.server';
import { runJobs } from '~/platform/jobs/run-jobs.server';
import { sendMail } from '~/platform/mail/outbox.server';
import { useWorld } from '../support/database';

const world = useWorld();

const waiting = async () =>
  (await countJobs(world.current.ctx().db)).find((queue) => queue.name === sendMail.name)?.waiting ?? 0;

test('a job exists exactly if the transaction commits', async () => {
  const ctx = world.current.ctx();
  const before = await waiting();
  await inTransaction(ctx, (tx) => tx.jobs.enqueue(sendMail, { mailId: newId() }));
  expect(await waiting()).toBe(before + 1);
  const failing = inTransaction(ctx, async (tx) => {
    await tx.jobs.enqueue(sendMail, { mailId: newId() });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await waiting()).toBe(before + 1);
});

test('while a job with the same key waits, no second one is added', async () => {
  const before = await waiting();
  const mailId = newId();
  await world.current.ctx().jobs.enqueue(sendMail, { mailId }, { singletonKey: mailId });
  await world.current.ctx().jobs.enqueue(sendMail, { mailId }, { singletonKey: mailId });
  expect(await waiting()).toBe(before + 1);
});

const stateOf = async (id: string): Promise<string | undefined> => {
  const { rows } = await world.current.services.database.pool.query<{ state: string }>(
    'SELECT state::text FROM pgboss.job WHERE id = $1',
    [id],
  );
  return rows[0]?.state;
};

async function startedLongAgo(): Promise<string> {
  await world.current.ctx().jobs.enqueue(sendMail, { mailId: newId() });
  const { rows } = await world.current.services.database.pool.query<{ id: string }>(
    `UPDATE pgboss.job SET state = 'active', started_on = now() - interval '1 minute'
     WHERE id = (SELECT id FROM pgboss.job WHERE state = 'created' LIMIT 1) RETURNING id`,
  );
  const id = rows[0]?.id;
  if (!id) throw new Error('There is no job');
  return id;
}

test('a job whose worker vanished goes back to the queue; one that is being worked on stays', async () => {
  const [lost, held] = [await startedLongAgo(), await startedLongAgo()];
  const worker = new pg.Client({ connectionString: world.current.url });
  await worker.connect();
  await worker.query('SELECT pg_advisory_lock($1, hashtext($2))', [LOCK_SPACE, held]);
  await requeueLost(world.current.url, world.current.services.log);
  expect(await stateOf(lost)).toBe('retry');
  expect(await stateOf(held)).toBe('active');
  await worker.end();
});

test('a failed job is listed and can be tried again once', async () => {
  const ctx = world.current.ctx();
  const id = await startedLongAgo();
  await ctx.db.$executeRawUnsafe(
    `UPDATE pgboss.job SET state = 'failed', completed_on = now(), output = '{"message": "no disk"}' WHERE id = '${id}'`,
  );
  expect(await listFailedJobs(ctx.db, { before: null, take: 10 })).toMatchObject([
    { id, name: sendMail.name, reason: 'no disk' },
  ]);
  expect(await retryFailedJob(ctx.db, sendMail.name, id)).toBe(true);
  expect(await retryFailedJob(ctx.db, sendMail.name, id)).toBe(false);
});

test('a job learns from the worker whether this is its last try', async () => {
  const { database, log } = world.current.services;
  const job = defineJob('test.tries', sendMail.schema, { retryLimit: 2, retryDelay: 0 });
  const queue = await openQueue(database.pool, [job], { log, supervise: false });
  await queue.jobs.enqueue(job, { mailId: newId() });
  const tries: boolean[] = [];
  const worker = await runJobs(queue.boss, {
    ...{ databaseUrl: world.current.url, queues: [job.name], log },
    run: async (_name, _payload, { isLastTry }) => {
      tries.push(isLastTry);
      throw new Error('no');
    },
  });
  const failed = async () =>
    (await listFailedJobs(world.current.ctx().db, { before: null, take: 10 })).map(({ name }) => name);
  await expect.poll(failed, { timeout: 30_000, interval: 200 }).toContain(job.name);
  await worker.stop();
  expect(tries).toEqual([false, false, true]);
});
