import { expect, test } from 'vitest';
import { readMoment, readSeq, readSubject } from '~/domain/operations/inputs';
import { listAudit } from '~/domain/operations/list-audit.server';
import { listFailedJobs } from '~/domain/operations/list-failed-jobs.server';
import { listOutbox } from '~/domain/operations/list-outbox.server';
import { retryJob } from '~/domain/operations/retry-job.server';
import type { Role } from '~/platform/actor';
import { recordAct } from '~/platform/audit/record-act.server';
import { inTransaction } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { sendMail } from '~/platform/mail/outbox.server';
import { actorWith, useWorld } from '../../support/database';
import { register } from '../../support/people';

const world = useWorld();
const admin = () => world.current.ctx(actorWith(['admin'], '/kjf/almaty/'));

const OTHERS: readonly (Role | null)[] = [
  'instructor',
  'editor',
  'assessor',
  'registrar',
  'coordinator',
  'observer',
  null,
];

test.each(OTHERS)('%s sees and does none of it', async (role) => {
  const ctx = world.current.ctx(actorWith(role ? [role] : []));
  const forbidden = { kind: 'forbidden' };
  await expect(listAudit(ctx, { before: null, subject: null })).rejects.toMatchObject(forbidden);
  await expect(listFailedJobs(ctx, { before: null })).rejects.toMatchObject(forbidden);
  await expect(listOutbox(ctx, { after: null })).rejects.toMatchObject(forbidden);
  await expect(retryJob(ctx, { name: sendMail.name, jobId: newId() })).rejects.toMatchObject(forbidden);
});

test('acts are listed newest first, page by page, of one subject or of all', async () => {
  const { actor } = await register(world.current);
  const ctx = world.current.ctx(actor);
  for (let index = 0; index < 60; index += 1) {
    const subject = { type: 'thing', id: index % 2 ? 'odd' : 'even' };
    await inTransaction(ctx, (tx) => recordAct(tx, { act: 'test.happened', subject, detail: { index } }));
  }
  const first = await listAudit(admin(), { before: null, subject: null });
  expect(first.acts).toHaveLength(50);
  expect(first.acts[0]).toMatchObject({ actor: 'Досова Айгүл', detail: { index: 59 } });
  const second = await listAudit(admin(), { before: first.next, subject: null });
  expect(second.acts.at(0)?.seq).toBe((first.acts.at(-1)?.seq ?? 0n) - 1n);
  expect(second.next).toBeNull();
  const odd = await listAudit(admin(), { before: null, subject: { type: 'thing', id: 'odd' } });
  expect(odd.acts).toHaveLength(30);
});

test('an erased detail is told as such, the act stays', async () => {
  const { acts } = await listAudit(admin(), { before: null, subject: null });
  const seq = acts[0]?.seq ?? 0n;
  await admin().db.auditDetail.delete({ where: { seq } });
  expect((await listAudit(admin(), { before: null, subject: null })).acts[0]).toMatchObject({
    seq,
    detail: null,
  });
});

test('a failed job is seen, retried once, and the retry is an act', async () => {
  const ctx = admin();
  await inTransaction(ctx, (tx) => tx.jobs.enqueue(sendMail, { mailId: newId() }));
  await ctx.db.$executeRaw(
    Prisma.sql`UPDATE pgboss.job SET state = 'failed', completed_on = now(), output = '{"message": "no connection"}'`,
  );
  const { failed, queues } = await listFailedJobs(ctx, { before: null });
  expect(failed).toMatchObject([{ name: 'mail.send', reason: 'no connection' }]);
  expect(queues.find(({ name }) => name === 'mail.send')).toMatchObject({ failed: 1 });
  const job = { name: 'mail.send', jobId: failed[0]?.id ?? '' };
  await Promise.all([retryJob(ctx, job), retryJob(ctx, job)]);
  expect((await listFailedJobs(ctx, { before: null })).failed).toEqual([]);
  expect(await ctx.db.auditEvent.count({ where: { act: 'operations.job-retried' } })).toBe(1);
});

test('the outbox tells that nothing is sent without SMTP', async () => {
  const outbox = await listOutbox(admin(), { after: null });
  expect(outbox).toMatchObject({ isSending: false, next: null });
  expect(outbox.mails[0]).toMatchObject({ sentAt: null, subject: expect.stringContaining('Shihan') });
});

test('damaged keys of a page begin at the top', () => {
  expect([readSeq('12'), readSeq('-1'), readSeq('x'), readSeq(null), readSeq('9'.repeat(40))]).toEqual([
    12n,
    null,
    null,
    null,
    null,
  ]);
  expect([readMoment('yesterday'), readMoment(null), readMoment('+275760-09-13T00:00:00.001Z')]).toEqual([
    null,
    null,
    null,
  ]);
  expect(readSubject('account:0190')).toEqual({ type: 'account', id: '0190' });
  expect([readSubject("a'b:1"), readSubject(':'), readSubject(null)]).toEqual([null, null, null]);
});
