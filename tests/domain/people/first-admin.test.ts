import { afterEach, beforeEach, expect, test } from 'vitest';
import { confirmEmail } from '~/domain/access/confirm-email.server';
import { getProfile } from '~/domain/people/get-profile.server';
import { listOrganisations } from '~/domain/people/list-organisations.server';
import { LANGS } from '~/i18n/locales';
import type { Ctx } from '~/platform/context';
import { appointFirstAdmin } from '../../../prisma/seed/first-admin';
import { asInstallation } from '../../../prisma/seed/installation';
import { openWorld, type TestWorld } from '../../support/database';
import { actorOfToken, codeFromMail, register } from '../../support/people';

let world: TestWorld & { close(): Promise<void> };
beforeEach(async () => {
  world = await openWorld({
    environment: { DEMO: '0', SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'a@b.kz' },
  });
});
afterEach(() => world.close());

async function member(contact: string) {
  const person = await register(world, { contact });
  await confirmEmail(person.ctx, { code: await codeFromMail(person.ctx, contact) });
  return person;
}

const grantsOf = (ctx: Ctx, accountId: string) =>
  getProfile(asInstallation(ctx), { accountId }).then(({ person }) => person.grants);

test('an empty installation gets its roots and one admin over them, once', async () => {
  const { ctx, accountId, token } = await member('first@club.kz');
  const roots = ['jenys', 'judos', 'kjf'];
  expect(await appointFirstAdmin(world.ctx(), ' First@club.kz ')).toMatchObject({ roots });
  const tree = await listOrganisations(ctx);
  expect(tree.map(({ slug, depth }) => [slug, depth])).toEqual(roots.map((slug) => [slug, 0]));
  for (const { name } of tree)
    expect(Object.keys(name).sort()).toEqual(expect.arrayContaining([...LANGS].sort()));
  expect((await grantsOf(ctx, accountId)).map(({ role, path }) => [role, path]).sort()).toEqual(
    roots.map((slug) => ['admin', `/${slug}/`]),
  );
  expect((await actorOfToken(world, token)).grants).toEqual([]);
  expect(await ctx.db.auditEvent.count({ where: { act: 'people.role-granted', subjectId: accountId } })).toBe(
    3,
  );
  await member('second@club.kz');
  for (const email of ['first@club.kz', 'second@club.kz']) {
    expect(await appointFirstAdmin(world.ctx(), email)).toMatchObject({
      problem: expect.stringContaining('/admin/people'),
    });
  }
  expect(await ctx.db.roleGrant.count()).toBe(3);
});

test('nobody is appointed without an account, or before its address is proved', async () => {
  await register(world, { contact: 'unproved@club.kz' });
  for (const [email, words] of [
    ['nobody@club.kz', 'There is no account nobody@club.kz'],
    ['unproved@club.kz', 'not confirmed'],
    ['+77011234567', 'no e-mail address'],
    ['', 'no e-mail address'],
  ] as const) {
    expect(await appointFirstAdmin(world.ctx(), email)).toEqual({ problem: expect.stringContaining(words) });
  }
  expect(await listOrganisations(world.ctx())).toEqual([]);
});

test('a root that has lost its admin gets one again, the others keep theirs', async () => {
  const first = await member('first@club.kz');
  const second = await member('second@club.kz');
  await appointFirstAdmin(world.ctx(), 'first@club.kz');
  const setUp = asInstallation(world.ctx());
  const [jenys] = await grantsOf(setUp, first.accountId);
  if (!jenys) throw new Error('The first admin holds nothing');
  await setUp.db.roleGrant.update({ where: { id: jenys.id }, data: { withdrawnAt: world.clock.now() } });
  const slug = jenys.path.replaceAll('/', '');
  expect(await appointFirstAdmin(world.ctx(), 'second@club.kz')).toMatchObject({ roots: [slug] });
  expect((await grantsOf(setUp, second.accountId)).map(({ path }) => path)).toEqual([jenys.path]);
});

test('two who are appointed at once: one of them is', async () => {
  await member('first@club.kz');
  await member('second@club.kz');
  await Promise.allSettled(
    ['first@club.kz', 'second@club.kz'].map((email) => appointFirstAdmin(world.ctx(), email)),
  );
  expect(await world.ctx().db.roleGrant.groupBy({ by: ['accountId'] })).toHaveLength(1);
  expect(await world.ctx().db.roleGrant.count()).toBe(3);
});
