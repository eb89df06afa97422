import { type Act, recordActs } from './audit/record-acts.server';
import type { Ctx } from './context';
import { Prisma } from './db/client';
import { raiseContentVersion } from './db/content-version.server';
import type { JobOrder, Jobs } from './jobs/jobs';
import type { WrittenMail } from './mail/mailer';

/** What the items of one transaction leave to its end. */
export type Gathered = { acts: Act[]; jobs: JobOrder[]; mails: WrittenMail[] };

const jobsInto = (orders: JobOrder[]): Jobs => ({
  async enqueue(job, payload, options = {}) {
    orders.push({ job, payload: job.schema.parse(payload), options });
  },
  async enqueueAll(more) {
    orders.push(...more);
  },
  within: () => jobsInto(orders),
});

/**
 * For transactions of many items: inside `work` acts, jobs and mails are only gathered, and are written in one go when it is done,
 * so that the head of the audit chain is locked last whatever the items lock. The content version is raised before
 * the first item. `tx` is an open transaction.
 */
export async function gathering<T>(tx: Ctx, work: (inner: Ctx) => Promise<T>): Promise<T> {
  const gathered: Gathered = { acts: [], jobs: [], mails: [] };
  await raiseContentVersion(tx);
  const inner: Ctx = { ...tx, gathered, jobs: jobsInto(gathered.jobs) };
  inner.mail = tx.mail.within(inner);
  inner.publish = (event) => tx.ports.react(inner, event);
  const result = await work(inner);
  if (gathered.mails.length > 0) await tx.db.outboxMail.createMany({ data: gathered.mails });
  await tx.jobs.enqueueAll(gathered.jobs);
  await recordActs(tx, gathered.acts);
  return result;
}

/** One item inside `gathering`: what it wrote and gathered is undone when it throws, and the error goes on. */
export async function inSavepoint<T>(inner: Ctx, work: () => Promise<T>): Promise<T> {
  const { acts = [], jobs = [], mails = [] } = inner.gathered ?? {};
  const before = { acts: acts.length, jobs: jobs.length, mails: mails.length };
  // The next item's savepoint hides this one, which ends with the transaction: no statement is spent on releasing it.
  await inner.db.$executeRaw(Prisma.sql`SAVEPOINT item`);
  try {
    return await work();
  } catch (error) {
    await inner.db.$executeRaw(Prisma.sql`ROLLBACK TO SAVEPOINT item`);
    acts.length = before.acts;
    jobs.length = before.jobs;
    mails.length = before.mails;
    throw error;
  }
}
