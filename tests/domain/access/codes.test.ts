import { expect, test } from 'vitest';
import { authenticateSession } from '~/domain/access/authenticate-session.server';
import { confirmEmail } from '~/domain/access/confirm-email.server';
import { findCode } from '~/domain/access/find-code.server';
import { issueResetCode } from '~/domain/access/issue-reset-code.server';
import { requestConfirmation } from '~/domain/access/request-confirmation.server';
import { requestPasswordReset } from '~/domain/access/request-password-reset.server';
import { resetPassword } from '~/domain/access/reset-password.server';
import { signIn } from '~/domain/access/sign-in.server';
import { actorWith, useWorld } from '../../support/database';
import { actorOfToken, codeFromMail, PASSWORD, register } from '../../support/people';

const world = useWorld();
const NEW = 'новый пароль на год';
const gone = { kind: 'gone', code: 'access.code-gone' };
const later = (minutes: number) =>
  world.current.clock.set(new Date(world.current.clock.now().getTime() + minutes * 60_000));

test('the link confirms the address, and confirming again changes nothing', async () => {
  const { token, ctx } = await register(world.current, { contact: 'confirm@example.kz' });
  const code = await codeFromMail(ctx, 'confirm@example.kz');
  await confirmEmail(world.current.ctx(), { code });
  await confirmEmail(world.current.ctx(), { code });
  expect(await actorOfToken(world.current, token)).toMatchObject({ emailConfirmed: true });
  expect(await ctx.db.auditEvent.count({ where: { act: 'access.email-confirmed' } })).toBe(1);
});

test.each(['', 'x', 'A'.repeat(32), '\u{1F4A5}'])('an unknown code confirms nothing: %o', async (code) => {
  await expect(confirmEmail(world.current.ctx(), { code })).rejects.toMatchObject(gone);
});

test('a new link replaces the old one, once a minute', async () => {
  const { ctx } = await register(world.current, { contact: 'resend@example.kz' });
  const first = await codeFromMail(ctx, 'resend@example.kz');
  await expect(requestConfirmation(ctx, 'again')).rejects.toMatchObject({
    kind: 'rate-limited',
    code: 'access.sent-a-moment-ago',
  });
  later(2);
  await requestConfirmation(world.current.ctx(ctx.actor), 'again');
  const second = await codeFromMail(ctx, 'resend@example.kz');
  await expect(confirmEmail(ctx, { code: first })).rejects.toMatchObject(gone);
  await confirmEmail(ctx, { code: second });
});

test('a reset by mail works once and ends every session', async () => {
  const { token, ctx } = await register(world.current, { contact: 'reset@example.kz' });
  await requestPasswordReset(world.current.ctx(), { contact: 'RESET@example.kz' });
  const code = await codeFromMail(ctx, 'reset@example.kz');
  expect(await findCode(ctx, { kind: 'reset-password', code })).toBe('fresh');
  await expect(resetPassword(ctx, { code, password: 'password123' })).rejects.toMatchObject({
    code: 'access.password-common',
  });
  const outcomes = await Promise.allSettled(
    [NEW, `${NEW}!`].map((password) => resetPassword(world.current.ctx(), { code, password })),
  );
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await findCode(ctx, { kind: 'reset-password', code })).toBe('used');
  await expect(resetPassword(ctx, { code, password: NEW })).rejects.toMatchObject(gone);
  expect(await authenticateSession(world.current.ctx(), { token })).toBeNull();
});

test('a link is dead after an hour, and the older one as soon as there is a newer', async () => {
  const { ctx } = await register(world.current, { contact: 'late@example.kz' });
  await requestPasswordReset(ctx, { contact: 'late@example.kz' });
  const first = await codeFromMail(ctx, 'late@example.kz');
  await requestPasswordReset(ctx, { contact: 'late@example.kz' });
  const second = await codeFromMail(ctx, 'late@example.kz');
  await expect(resetPassword(ctx, { code: first, password: NEW })).rejects.toMatchObject(gone);
  later(61);
  await expect(resetPassword(world.current.ctx(), { code: second, password: NEW })).rejects.toMatchObject(
    gone,
  );
});

test('asking for an unknown address answers the same and mails nobody', async () => {
  const { db } = world.current.ctx();
  const before = await db.outboxMail.count();
  for (const contact of ['nobody@example.kz', '+77779999999', 'what?']) {
    expect(await requestPasswordReset(world.current.ctx(), { contact })).toBeUndefined();
  }
  expect(await db.outboxMail.count()).toBe(before);
});

test('an admin prints a code for people without e-mail; it works as typed from paper', async () => {
  const { accountId, ctx } = await register(world.current, { contact: '+77015550000' });
  const admin = world.current.ctx(actorWith(['admin'], '/kjf/'));
  const { code } = await issueResetCode(admin, { accountId });
  await resetPassword(ctx, { code: code.toLowerCase().replaceAll('-', ' '), password: NEW });
  expect(
    await signIn(ctx, { contact: '87015550000', password: NEW, userAgent: null, previousToken: null }),
  ).toMatchObject({ waitsForCode: false });
  await expect(resetPassword(ctx, { code, password: PASSWORD })).rejects.toMatchObject(gone);
});

test('nobody else prints codes, and none for people who get mail', async () => {
  const mailed = await register(world.current, { contact: 'mailed@example.kz' });
  await confirmEmail(mailed.ctx, { code: await codeFromMail(mailed.ctx, 'mailed@example.kz') });
  const admin = world.current.ctx(actorWith(['admin'], '/kjf/'));
  await expect(issueResetCode(admin, mailed)).rejects.toMatchObject({ code: 'access.reset-by-mail' });
  const phone = await register(world.current, { contact: '+77015550001' });
  for (const actor of [null, actorWith(['registrar']), actorWith(['coordinator']), phone.actor]) {
    await expect(issueResetCode(world.current.ctx(actor), phone)).rejects.toMatchObject({
      kind: 'forbidden',
    });
  }
  await expect(issueResetCode(admin, { accountId: actorWith().accountId })).rejects.toMatchObject({
    kind: 'not-found',
  });
});
