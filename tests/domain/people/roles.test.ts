import { expect, test } from 'vitest';
import { authenticateSession } from '~/domain/access/authenticate-session.server';
import { foundOrganisation } from '~/domain/people/found-organisation.server';
import { getProfile } from '~/domain/people/get-profile.server';
import { grantRole } from '~/domain/people/grant-role.server';
import { listPeople } from '~/domain/people/list-people.server';
import { withdrawRole } from '~/domain/people/withdraw-role.server';
import { hasRole, type Role } from '~/platform/actor';
import { verifyChain } from '~/platform/audit/verify-chain.server';
import { newId } from '~/platform/ids';
import { actorOf, type SeededPeople, seedPeople } from '../../../prisma/seed/people';
import { actorWith, useWorld } from '../../support/database';
import { register } from '../../support/people';

const world = useWorld();
let seeded: SeededPeople | null = null;

async function setting() {
  seeded ??= await seedPeople(world.current.ctx());
  return { ...seeded, admin: world.current.ctx(await actorOf(world.current.ctx(), 'admin@demo.test')) };
}

const idOf = (people: SeededPeople, slug: string): string => people.organisations[slug]?.id ?? '';

test('a role covers its organisation and everything below, from the next request on', async () => {
  const { admin, ...people } = await setting();
  const { token, accountId } = await register(world.current);
  const now = () => authenticateSession(world.current.ctx(), { token });
  await grantRole(admin, { accountId, role: 'coordinator', organisationId: idOf(people, 'karaganda') });
  await grantRole(admin, { accountId, role: 'coordinator', organisationId: idOf(people, 'karaganda') });
  const actor = await now();
  expect(actor?.grants).toHaveLength(1);
  expect(hasRole(actor, 'coordinator', '/kjf/karaganda/school-12/')).toBe(true);
  expect(hasRole(actor, 'coordinator', '/kjf/')).toBe(false);
  expect(hasRole(actor, 'coordinator', '/kjf/karaganda-shakhtar/')).toBe(false);
  const grantId = actor?.grants[0] && 'id' in actor.grants[0] ? String(actor.grants[0].id) : '';
  await Promise.all([1, 2].map(() => withdrawRole(admin, { grantId })));
  expect((await now())?.grants).toEqual([]);
  const profile = await getProfile(admin, { accountId });
  expect(profile.grants).toMatchObject([{ role: 'coordinator', organisation: { path: '/kjf/karaganda/' } }]);
  expect(profile.grants[0]?.withdrawnAt).toEqual(world.current.clock.now());
  const acts = await admin.db.auditEvent.findMany({
    where: { subjectId: accountId },
    orderBy: { seq: 'asc' },
  });
  expect(acts.map(({ act }) => act)).toEqual(['people.role-granted', 'people.role-withdrawn']);
  expect(await verifyChain(admin.db)).toMatchObject({ finding: null });
});

test('the same role may be held again after it was withdrawn', async () => {
  const { admin, ...people } = await setting();
  const { accountId } = await register(world.current);
  const grant = {
    accountId,
    role: 'assessor',
    organisationId: idOf(people, 'kjf'),
    level: 'kjf-coach',
  } as const;
  await grantRole(admin, grant);
  const held = (await getProfile(admin, { accountId })).grants[0];
  await withdrawRole(admin, { grantId: held?.id ?? '' });
  await grantRole(admin, grant);
  await grantRole(admin, { ...grant, level: 'kjf-assistant' });
  const { grants } = await getProfile(admin, { accountId });
  expect(grants.filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(2);
});

test('an admin grants only inside the own organisations', async () => {
  const people = await setting();
  const { accountId } = await register(world.current);
  const local = world.current.ctx(actorWith(['admin'], '/kjf/almaty/'));
  await grantRole(local, { accountId, role: 'coordinator', organisationId: idOf(people, 'almaty-alatau') });
  for (const slug of ['kjf', 'karaganda', 'judos']) {
    await expect(
      grantRole(local, { accountId, role: 'admin', organisationId: idOf(people, slug) }),
    ).rejects.toMatchObject({ kind: 'forbidden' });
  }
  const [given] = (await getProfile(people.admin, { accountId })).grants;
  const elsewhere = world.current.ctx(actorWith(['admin'], '/judos/'));
  await expect(withdrawRole(elsewhere, { grantId: given?.id ?? '' })).rejects.toMatchObject({
    kind: 'forbidden',
  });
});

test('nobody grants to themself, and the last admin stays', async () => {
  const { admin, ...people } = await setting();
  const own = people.accounts['admin@demo.test'];
  if (!own) throw new Error('The demo has an admin');
  await expect(
    grantRole(admin, { accountId: own.accountId, role: 'registrar', organisationId: idOf(people, 'kjf') }),
  ).rejects.toMatchObject({
    code: 'people.own-role',
  });
  const grant = (await getProfile(admin, own)).grants.find(
    ({ organisation }) => organisation.path === '/tokai/',
  );
  await expect(withdrawRole(admin, { grantId: grant?.id ?? '' })).rejects.toMatchObject({
    code: 'people.last-admin',
  });
});

test('two admins who withdraw each other at once leave one', async () => {
  const { admin, ...people } = await setting();
  const organisationId = idOf(people, 'akmola');
  const pair = [await register(world.current), await register(world.current)];
  for (const { accountId } of pair) await grantRole(admin, { accountId, role: 'admin', organisationId });
  const grants = await admin.db.roleGrant.findMany({
    where: { organisationId, role: 'admin', withdrawnAt: null },
  });
  const above = await admin.db.roleGrant.findFirst({
    where: { organisationId: idOf(people, 'kjf'), role: 'admin' },
  });
  await admin.db.roleGrant.update({ where: { id: above?.id ?? '' }, data: { withdrawnAt: new Date() } });
  const outcomes = await Promise.allSettled(grants.map(({ id }) => withdrawRole(admin, { grantId: id })));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await admin.db.roleGrant.update({ where: { id: above?.id ?? '' }, data: { withdrawnAt: null } });
});

const OTHERS: readonly (Role | null)[] = [
  'instructor',
  'editor',
  'assessor',
  'registrar',
  'coordinator',
  'observer',
  null,
];

test.each(OTHERS)('%s may do none of it', async (role) => {
  const { admin: _admin, ...people } = await setting();
  const { accountId } = await register(world.current);
  const ctx = world.current.ctx(actorWith(role ? [role] : []));
  const forbidden = { kind: 'forbidden' };
  await expect(listPeople(ctx, { q: '', after: null })).rejects.toMatchObject(forbidden);
  await expect(getProfile(ctx, { accountId })).rejects.toMatchObject(forbidden);
  await expect(
    grantRole(ctx, { accountId, role: 'admin', organisationId: idOf(people, 'kjf') }),
  ).rejects.toMatchObject(forbidden);
  await expect(
    foundOrganisation(ctx, {
      slug: 'x',
      kind: 'club',
      name: { original: 'ru' },
      parentId: idOf(people, 'kjf'),
    }),
  ).rejects.toMatchObject(forbidden);
});

test('what does not exist is told apart from what is forbidden', async () => {
  const { admin, ...people } = await setting();
  await expect(getProfile(admin, { accountId: newId() })).rejects.toMatchObject({ kind: 'not-found' });
  await expect(withdrawRole(admin, { grantId: newId() })).rejects.toMatchObject({ kind: 'not-found' });
  await expect(
    grantRole(admin, { accountId: newId(), role: 'editor', organisationId: idOf(people, 'kjf') }),
  ).rejects.toMatchObject({ kind: 'not-found' });
  await expect(
    grantRole(admin, { accountId: newId(), role: 'editor', organisationId: newId() }),
  ).rejects.toMatchObject({ code: 'people.no-such-organisation' });
});
