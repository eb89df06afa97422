import { expect, test } from 'vitest';
import { changePassword } from '~/domain/access/change-password.server';
import { confirmEmail } from '~/domain/access/confirm-email.server';
import { getAccess } from '~/domain/access/get-access.server';
import { changeEmailInput } from '~/domain/access/inputs';
import { requestConfirmation } from '~/domain/access/request-confirmation.server';
import { requestPasswordReset } from '~/domain/access/request-password-reset.server';
import { resetPassword } from '~/domain/access/reset-password.server';
import { findPerson } from '~/domain/people/find-person.server';
import type { Ctx } from '~/platform/context';
import { useWorld } from '../../support/database';
import { actorOfToken, codeFromMail, PASSWORD, type Registered, register } from '../../support/people';

const world = useWorld();
const gone = { kind: 'gone', code: 'access.code-gone' };
const later = (minutes: number) =>
  world.current.clock.set(new Date(world.current.clock.now().getTime() + minutes * 60_000));

const ask = (ctx: Ctx, email: string, currentPassword = PASSWORD) =>
  requestConfirmation(ctx, { email, currentPassword });

const accountOf = async ({ ctx, accountId }: Registered) => (await findPerson(ctx, { accountId }))?.account;

const mailsTo = (to: string) => world.current.ctx().db.outboxMail.count({ where: { to } });

const actsOn = async ({ ctx, accountId }: Registered) =>
  (
    await ctx.db.auditEvent.findMany({
      where: { subjectId: accountId, act: { startsWith: 'access.email' } },
      orderBy: { seq: 'asc' },
    })
  ).map(({ act }) => act);

/** Somebody whose sign-up address is proved, two minutes ago. */
async function proved(contact: string): Promise<Registered> {
  const person = await register(world.current, { contact });
  await confirmEmail(person.ctx, { code: await codeFromMail(person.ctx, contact) });
  later(2);
  return person;
}

test('who signed up with a phone number adds an address and proves it', async () => {
  const person = await register(world.current, { contact: '+77021110001' });
  await ask(person.ctx, 'added@example.kz');
  expect(await accountOf(person)).toMatchObject({ email: null, emailConfirmed: false });
  expect(await getAccess(person.ctx)).toMatchObject({ waitingEmail: 'added@example.kz' });
  const code = await codeFromMail(person.ctx, 'added@example.kz');
  for (const _twice of [1, 2]) await confirmEmail(world.current.ctx(), { code });
  expect(await accountOf(person)).toMatchObject({
    email: 'added@example.kz',
    phone: '+77021110001',
    emailConfirmed: true,
  });
  expect(await actorOfToken(world.current, person.token)).toMatchObject({ emailConfirmed: true });
  expect(await getAccess(person.ctx)).toMatchObject({ waitingEmail: null });
  expect(await actsOn(person)).toEqual(['access.email-change-requested', 'access.email-changed']);
});

test('the proved address stays until the link to the new one is used, and hears of it', async () => {
  const person = await proved('old@example.kz');
  const before = await mailsTo('old@example.kz');
  await ask(person.ctx, 'new@example.kz');
  expect(await accountOf(person)).toMatchObject({ email: 'old@example.kz', emailConfirmed: true });
  expect(await mailsTo('old@example.kz')).toBe(before + 1);
  await confirmEmail(person.ctx, { code: await codeFromMail(person.ctx, 'new@example.kz') });
  expect(await accountOf(person)).toMatchObject({ email: 'new@example.kz', emailConfirmed: true });
  const { emailConfirmedAt } = await person.ctx.db.account.findUniqueOrThrow({
    where: { id: person.accountId },
  });
  expect(emailConfirmedAt).toEqual(world.current.clock.now());
});

test('the same request twice, and twice at once, is one', async () => {
  const person = await proved('twice-old@example.kz');
  const before = await mailsTo('twice-old@example.kz');
  await Promise.all([1, 2, 3].map(() => ask(world.current.ctx(person.actor), 'twice@example.kz')));
  await ask(person.ctx, 'twice@example.kz');
  expect(await mailsTo('twice@example.kz')).toBe(1);
  expect(await mailsTo('twice-old@example.kz')).toBe(before + 1);
  expect(await actsOn(person)).toEqual(['access.email-confirmed', 'access.email-change-requested']);
});

test('another address replaces the one that waits; a link is mailed once a minute', async () => {
  const person = await register(world.current, { contact: '+77021110002' });
  await ask(person.ctx, 'typo@example.kz');
  const typo = await codeFromMail(person.ctx, 'typo@example.kz');
  await expect(ask(person.ctx, 'right@example.kz')).rejects.toMatchObject({
    code: 'access.sent-a-moment-ago',
  });
  await expect(requestConfirmation(person.ctx, 'again')).rejects.toMatchObject({ kind: 'rate-limited' });
  later(2);
  await ask(person.ctx, 'right@example.kz');
  later(2);
  await requestConfirmation(person.ctx, 'again');
  expect(await mailsTo('right@example.kz')).toBe(2);
  await expect(confirmEmail(person.ctx, { code: typo })).rejects.toMatchObject(gone);
  await confirmEmail(person.ctx, { code: await codeFromMail(person.ctx, 'right@example.kz') });
  expect(await accountOf(person)).toMatchObject({ email: 'right@example.kz' });
});

test('a wrong password and an address of somebody else are told at their fields', async () => {
  const person = await proved('refused@example.kz');
  await register(world.current, { contact: 'neighbour@example.kz' });
  await expect(ask(person.ctx, 'free@example.kz', 'wrong')).rejects.toMatchObject({
    code: 'access.wrong-password',
    extras: { field: 'currentPassword' },
  });
  await expect(ask(person.ctx, 'neighbour@example.kz')).rejects.toMatchObject({
    kind: 'conflict',
    code: 'access.email-taken',
    extras: { field: 'email' },
  });
  await expect(ask(world.current.ctx(), 'free@example.kz')).rejects.toMatchObject({
    kind: 'unauthenticated',
  });
  expect(await mailsTo('free@example.kz')).toBe(0);
});

test('an address that somebody else took meanwhile is not taken from them', async () => {
  const person = await proved('slow@example.kz');
  await ask(person.ctx, 'wanted@example.kz');
  const code = await codeFromMail(person.ctx, 'wanted@example.kz');
  await register(world.current, { contact: 'wanted@example.kz' });
  await expect(confirmEmail(person.ctx, { code })).rejects.toMatchObject({ code: 'people.contact-taken' });
  expect(await accountOf(person)).toMatchObject({ email: 'slow@example.kz', emailConfirmed: true });
});

test('two who wait for one address: whoever proves it first has it', async () => {
  const first = await proved('race-1@example.kz');
  const second = await proved('race-2@example.kz');
  const codes: string[] = [];
  for (const { ctx } of [first, second]) {
    await ask(ctx, 'race@example.kz');
    codes.push(await codeFromMail(ctx, 'race@example.kz'));
  }
  const outcomes = await Promise.allSettled(codes.map((code) => confirmEmail(world.current.ctx(), { code })));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a new password stops a change that waits, whichever way it is set', async () => {
  const person = await proved('owner@example.kz');
  await ask(person.ctx, 'thief@example.kz');
  const code = await codeFromMail(person.ctx, 'thief@example.kz');
  await requestPasswordReset(world.current.ctx(), { contact: 'owner@example.kz' });
  const reset = await codeFromMail(person.ctx, 'owner@example.kz');
  await resetPassword(world.current.ctx(), { code: reset, password: 'новый пароль на год' });
  await expect(confirmEmail(person.ctx, { code })).rejects.toMatchObject(gone);
  const phone = await register(world.current, { contact: '+77021110003' });
  await ask(phone.ctx, 'other-thief@example.kz');
  await changePassword(phone.ctx, { currentPassword: PASSWORD, password: 'новый пароль на год' });
  expect(await getAccess(phone.ctx)).toMatchObject({ waitingEmail: null });
  const fresh = await register(world.current, { contact: 'fresh@example.kz' });
  await changePassword(fresh.ctx, { currentPassword: PASSWORD, password: 'новый пароль на год' });
  await confirmEmail(fresh.ctx, { code: await codeFromMailWithLink('fresh@example.kz') });
});

/** The notice of the new password is newer than the link. */
async function codeFromMailWithLink(to: string): Promise<string> {
  const mail = await world.current
    .ctx()
    .db.outboxMail.findFirstOrThrow({ where: { to, text: { contains: '/confirm-email/' } } });
  return /\/confirm-email\/([\w-]+)/.exec(mail.text)?.[1] ?? '';
}

test.each([
  [' Coach@Example.KZ ', 'coach@example.kz'],
  ['ｃｏａｃｈ@example.kz', 'coach@example.kz'],
])('the form reads %o as %s', (typed, email) => {
  expect(changeEmailInput.parse({ email: typed, currentPassword: 'x' })).toEqual({
    email,
    currentPassword: 'x',
  });
});

test.each(['', 'x', '+77011234567', 'a@b', 'a b@example.kz', `${'a'.repeat(250)}@example.kz`])(
  'the form refuses %o',
  (email) => {
    expect(changeEmailInput.safeParse({ email, currentPassword: 'x' }).success).toBe(false);
  },
);
