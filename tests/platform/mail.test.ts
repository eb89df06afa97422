import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '~/platform/context';
import { deliverMail } from '~/platform/mail/deliver-mail.server';
import { type SmtpFake, smtpFake } from '../fakes/smtp-server';
import { useWorld } from '../support/database';

const world = useWorld();
let smtp: SmtpFake;

beforeAll(async () => {
  smtp = await smtpFake();
});
afterAll(() => smtp.close());

const withSmtp = () => {
  const ctx = world.current.ctx();
  return {
    ...ctx,
    config: { ...ctx.config, smtpUrl: smtp.url, mailFrom: 'Shihan <no-reply@shihan.example>' },
  };
};

async function write(): Promise<string> {
  const ctx = world.current.ctx();
  await inTransaction(ctx, (tx) =>
    tx.mail.send({
      to: 'coach@demo.test',
      lang: 'kk',
      message: { key: 'confirm-email', params: { name: 'Ғ', url: 'http://localhost/x' } },
    }),
  );
  const [mail] = await ctx.db.outboxMail.findMany({ orderBy: { id: 'desc' }, take: 1 });
  if (!mail) throw new Error('The outbox is empty');
  return mail.id;
}

test('without SMTP a mail waits in the outbox', async () => {
  const mailId = await write();
  await deliverMail(world.current.ctx(), { mailId });
  expect(await world.current.ctx().db.outboxMail.findUnique({ where: { id: mailId } })).toMatchObject({
    sentAt: null,
  });
  expect(smtp.mails).toHaveLength(0);
});

test('a mail is handed over once, also when the job runs twice', async () => {
  const mailId = await write();
  await deliverMail(withSmtp(), { mailId });
  await deliverMail(withSmtp(), { mailId });
  expect(smtp.mails).toHaveLength(1);
  expect(smtp.mails[0]).toMatchObject({ to: '<coach@demo.test>' });
});

test('a refusal is kept and the job tried again', async () => {
  const mailId = await write();
  smtp.refuseNext(1);
  await expect(deliverMail(withSmtp(), { mailId })).rejects.toThrow('SMTP 451');
  expect(await world.current.ctx().db.outboxMail.findUnique({ where: { id: mailId } })).toMatchObject({
    failure: 'SMTP 451',
  });
  await deliverMail(withSmtp(), { mailId });
  expect(await world.current.ctx().db.outboxMail.findUnique({ where: { id: mailId } })).toMatchObject({
    failure: null,
  });
});
