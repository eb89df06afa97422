import { expect, test } from 'vitest';
import { authenticateSession } from '~/domain/access/authenticate-session.server';
import { changePassword } from '~/domain/access/change-password.server';
import { endSessions } from '~/domain/access/end-sessions.server';
import { getAccess } from '~/domain/access/get-access.server';
import { signIn } from '~/domain/access/sign-in.server';
import { signUp } from '~/domain/access/sign-up.server';
import { queryCount } from '~/platform/db/connect.server';
import { useWorld } from '../../support/database';
import { newcomer, PASSWORD, register } from '../../support/people';

const world = useWorld();
const attempt = (contact: string, password = PASSWORD, previousToken: string | null = null) =>
  signIn(world.current.ctx(), { contact, password, userAgent: 'Firefox/121.0 (Linux)', previousToken });

test('sign-up opens a session, keeps the consent and mails a link', async () => {
  const { actor, ctx } = await register(world.current, {
    contact: 'aigul@example.kz',
    latinFamily: 'Dossova',
    latinGiven: 'Aigul',
  });
  expect(actor).toMatchObject({ name: 'Досова Айгүл', lang: 'ru', emailConfirmed: false, grants: [] });
  expect(await ctx.db.consent.findMany({ where: { accountId: actor.accountId } })).toMatchObject([
    { kind: 'processing', lang: 'ru' },
  ]);
  expect(await ctx.db.personName.count({ where: { personId: actor.personId } })).toBe(2);
  expect(await ctx.db.outboxMail.count({ where: { to: 'aigul@example.kz' } })).toBe(1);
});

test('signing up twice at once makes one account', async () => {
  const input = newcomer({ contact: 'Twice@Example.kz' });
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => signUp(world.current.ctx(), input)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected')
      expect(outcome.reason).toMatchObject({ code: 'people.contact-taken', extras: { field: 'contact' } });
  }
  const { db } = world.current.ctx();
  expect(await db.account.count({ where: { email: 'twice@example.kz' } })).toBe(1);
  expect(await db.outboxMail.count({ where: { to: 'twice@example.kz' } })).toBe(1);
});

test.each([
  [{ password: 'password123' }, 'access.password-common', 'password'],
  [
    { contact: 'personal.name@example.kz', password: 'Personal.Name1' },
    'access.password-personal',
    'password',
  ],
  [{ family: 'Досова', given: 'Aigul' }, 'people.mixed-script', 'family'],
  [{ latinFamily: 'Досова', latinGiven: 'Aigul' }, 'people.wrong-script', 'latinFamily'],
  [{ latinFamily: 'Dossova' }, 'access.half-a-name', 'latinGiven'],
])('%o is refused', async (facts, code, field) => {
  await expect(signUp(world.current.ctx(), newcomer(facts))).rejects.toMatchObject({
    kind: 'invalid',
    code,
    extras: { field },
  });
});

test('people sign in by phone as they write it', async () => {
  await register(world.current, { contact: '8 (701) 234-56-78' });
  for (const typed of ['+7 701 234 56 78', '87012345678', '7012345678'.padStart(11, '8'), '77012345678']) {
    expect(await attempt(typed)).toMatchObject({ waitsForCode: false });
  }
});

test.each(['aigul@example.kz', 'nobody@example.kz', '+77770000000', 'no contact', '\u{1F600}'])(
  'a wrong password and an unknown contact are the same: %s',
  async (contact) => {
    await expect(attempt(contact, 'wrong password')).rejects.toMatchObject({
      kind: 'invalid',
      code: 'access.wrong-sign-in',
    });
  },
);

test('each sign-in is a new session and ends the one the browser had', async () => {
  const before = await register(world.current, { contact: 'rotate@example.kz' });
  const after = await attempt('rotate@example.kz', PASSWORD, before.token);
  expect(after.token).not.toBe(before.token);
  expect(await authenticateSession(world.current.ctx(), before)).toBeNull();
  expect(await authenticateSession(world.current.ctx(), after)).toMatchObject({
    accountId: before.accountId,
  });
});

test('the database holds no token', async () => {
  const { token, ctx } = await register(world.current);
  expect(await ctx.db.session.count({ where: { id: token } })).toBe(0);
});

test.each(['', 'x', 'a'.repeat(40), 'A'.repeat(40), '\u0000', "' OR 1=1 --"])(
  'a made-up token opens nothing: %o',
  async (token) => {
    expect(await authenticateSession(world.current.ctx(), { token })).toBeNull();
  },
);

test('authenticating takes two statements, and a third once a minute', async () => {
  const { token, ctx } = await register(world.current);
  const count = async () => {
    const counter = { queries: 0 };
    await queryCount.run(counter, () => authenticateSession(world.current.ctx(), { token }));
    return counter.queries;
  };
  expect(await count()).toBe(2);
  const start = world.current.clock.now();
  world.current.clock.set(new Date(start.getTime() + 61_000));
  expect(await count()).toBe(3);
  expect(await count()).toBe(2);
  expect(await ctx.db.session.count({ where: { lastSeenAt: world.current.clock.now() } })).toBe(1);
  world.current.clock.set(start);
});

test('a session in use goes on, an unused one ends after thirty days', async () => {
  const start = world.current.clock.now();
  const { token } = await register(world.current);
  const inDays = async (days: number) => {
    world.current.clock.set(new Date(start.getTime() + days * 86_400_000));
    return authenticateSession(world.current.ctx(), { token });
  };
  expect(await inDays(29)).not.toBeNull();
  expect(await inDays(58)).not.toBeNull();
  expect(await inDays(89)).toBeNull();
  world.current.clock.set(start);
});

test('people see their own sessions and end them, nobody else’s', async () => {
  const one = await register(world.current, { contact: 'sessions@example.kz' });
  const other = await register(world.current);
  const second = await attempt('sessions@example.kz');
  const access = await getAccess(one.ctx);
  expect(access.sessions.map(({ isThis }) => isThis)).toEqual([true, false]);
  expect(access.sessions[1]?.device).toBe('Firefox · Linux');
  await endSessions(other.ctx, { sessionId: one.actor.sessionId });
  await endSessions(one.ctx, 'others');
  expect(await authenticateSession(world.current.ctx(), second)).toBeNull();
  expect(await authenticateSession(world.current.ctx(), one)).not.toBeNull();
});

test('a new password ends the other sessions and needs the old one', async () => {
  const person = await register(world.current, { contact: 'change@example.kz' });
  const second = await attempt('change@example.kz');
  await expect(
    changePassword(person.ctx, { currentPassword: 'wrong', password: 'новый пароль на год' }),
  ).rejects.toMatchObject({
    code: 'access.wrong-password',
    extras: { field: 'currentPassword' },
  });
  await changePassword(person.ctx, { currentPassword: PASSWORD, password: 'новый пароль на год' });
  expect(await authenticateSession(world.current.ctx(), second)).toBeNull();
  expect(await authenticateSession(world.current.ctx(), person)).not.toBeNull();
  await expect(attempt('change@example.kz')).rejects.toMatchObject({ code: 'access.wrong-sign-in' });
  expect(await attempt('change@example.kz', 'новый пароль на год')).toMatchObject({ waitsForCode: false });
});
