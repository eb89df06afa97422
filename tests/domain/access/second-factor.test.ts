import { expect, test } from 'vitest';
import { authenticateSession } from '~/domain/access/authenticate-session.server';
import { checkTotp } from '~/domain/access/check-totp.server';
import { confirmTotp } from '~/domain/access/confirm-totp.server';
import { findWaitingAccount } from '~/domain/access/find-waiting-account.server';
import { getAccess } from '~/domain/access/get-access.server';
import { removeTotp } from '~/domain/access/remove-totp.server';
import { setUpTotp } from '~/domain/access/set-up-totp.server';
import { signIn } from '~/domain/access/sign-in.server';
import { hasRole } from '~/platform/actor';
import type { Ctx } from '~/platform/context';
import { seedPeople } from '../../../prisma/seed/people';
import { actorWith, useWorld } from '../../support/database';
import { actorOfToken, appCode, PASSWORD, register } from '../../support/people';

const world = useWorld();
const wrong = { kind: 'invalid', code: 'access.wrong-code', extras: { field: 'code' } };
const nextStep = () => world.current.clock.set(new Date(world.current.clock.now().getTime() + 30_000));
const enter = (contact: string, password = PASSWORD) =>
  signIn(world.current.ctx(), { contact, password, userAgent: null, previousToken: null });

async function withFactor(contact: string) {
  const person = await register(world.current, { contact });
  const { secret } = await setUpTotp(person.ctx, { fresh: false });
  await confirmTotp(person.ctx, { code: appCode(secret, world.current.clock.now()) });
  nextStep();
  return { ...person, secret };
}

test('the secret is stored sealed and stays until it is confirmed', async () => {
  const { ctx, actor } = await register(world.current, { contact: 'factor@example.kz' });
  const first = await setUpTotp(ctx, { fresh: false });
  expect(first.uri).toContain(`secret=${first.secret}`);
  expect(await setUpTotp(ctx, { fresh: false })).toEqual(first);
  expect(await setUpTotp(ctx, { fresh: true })).not.toEqual(first);
  const row = await ctx.db.secondFactor.findUnique({ where: { accountId: actor.accountId } });
  expect(row?.secret).not.toContain(first.secret);
  expect(await getAccess(ctx)).toMatchObject({ secondFactor: 'waiting', isFactorNeeded: false });
  await expect(confirmTotp(ctx, { code: '000000' })).rejects.toMatchObject(wrong);
});

test('with a second factor the password alone opens nothing', async () => {
  const { secret, token, actor } = await withFactor('two@example.kz');
  expect(await authenticateSession(world.current.ctx(), { token })).not.toBeNull();
  const waiting = await enter('two@example.kz');
  expect(waiting.waitsForCode).toBe(true);
  expect(await authenticateSession(world.current.ctx(), waiting)).toBeNull();
  expect(await findWaitingAccount(world.current.ctx(), waiting)).toEqual({ accountId: actor.accountId });
  await expect(checkTotp(world.current.ctx(), { token: waiting.token, code: '12345' })).rejects.toMatchObject(
    wrong,
  );
  const code = appCode(secret, world.current.clock.now());
  const full = await checkTotp(world.current.ctx(), { token: waiting.token, code });
  expect(full.token).not.toBe(waiting.token);
  expect(await actorOfToken(world.current, full.token)).toMatchObject({
    accountId: actor.accountId,
    secondFactorPassed: true,
  });
  await expect(checkTotp(world.current.ctx(), { token: waiting.token, code })).rejects.toMatchObject({
    code: 'access.sign-in-again',
  });
});

test('a code that was used is refused, by anybody who saw it', async () => {
  const { secret } = await withFactor('replay@example.kz');
  const sessions = await Promise.all([1, 2, 3].map(() => enter('replay@example.kz')));
  const code = appCode(secret, world.current.clock.now());
  const outcomes = await Promise.allSettled(
    sessions.map(({ token }) => checkTotp(world.current.ctx(), { token, code })),
  );
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  nextStep();
  const again = await enter('replay@example.kz');
  await expect(checkTotp(world.current.ctx(), { token: again.token, code })).rejects.toMatchObject(wrong);
});

test('a waiting session ends after ten minutes', async () => {
  const { secret } = await withFactor('slow@example.kz');
  const { token } = await enter('slow@example.kz');
  world.current.clock.set(new Date(world.current.clock.now().getTime() + 11 * 60_000));
  const code = appCode(secret, world.current.clock.now());
  await expect(checkTotp(world.current.ctx(), { token, code })).rejects.toMatchObject({
    code: 'access.sign-in-again',
  });
});

test('turning it off needs the password, or an admin when the phone is lost', async () => {
  const { ctx, accountId } = await withFactor('off@example.kz');
  await expect(removeTotp(ctx, { currentPassword: 'wrong' })).rejects.toMatchObject({
    code: 'access.wrong-password',
  });
  await expect(removeTotp(world.current.ctx(actorWith(['registrar'])), { accountId })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  await expect(removeTotp(ctx, { accountId })).rejects.toMatchObject({ kind: 'forbidden' });
  await removeTotp(world.current.ctx(actorWith(['admin'])), { accountId });
  expect(await enter('off@example.kz')).toMatchObject({ waitsForCode: false });
});

test('outside the demo a registrar’s role sleeps until the second factor', async () => {
  await seedPeople(world.current.ctx());
  const real = (ctx: Ctx): Ctx => ({ ...ctx, config: { ...ctx.config, demo: false } });
  const { token } = await enter('registrar@demo.test', 'shihan-demo');
  const seen = async (withToken: string) =>
    authenticateSession(real(world.current.ctx()), { token: withToken });
  expect(hasRole(await seen(token), 'registrar')).toBe(false);
  const own = real(world.current.ctx(await seen(token)));
  expect(await getAccess(own)).toMatchObject({ secondFactor: 'off', isFactorNeeded: true });
  const { secret } = await setUpTotp(own, { fresh: false });
  await confirmTotp(own, { code: appCode(secret, world.current.clock.now()) });
  expect(hasRole(await seen(token), 'registrar')).toBe(true);
});
