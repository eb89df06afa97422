import { expect, test } from 'vitest';
import { signIn } from '~/domain/access/sign-in.server';
import { listOrganisations } from '~/domain/people/list-organisations.server';
import { listPeople } from '~/domain/people/list-people.server';
import { hasRole } from '~/platform/actor';
import { actorOf, DEMO_PASSWORD, seedPeople } from '../../../prisma/seed/people';
import { useWorld } from '../../support/database';

const world = useWorld();

test('the demo is seeded once, however often the seed runs', async () => {
  const ctx = world.current.ctx();
  const first = await seedPeople(ctx);
  const acts = await ctx.db.auditEvent.count();
  const again = await seedPeople(ctx);
  expect(again).toEqual(first);
  expect(Object.keys(first.accounts)).toHaveLength(13);
  expect(await ctx.db.auditEvent.count()).toBe(acts);
  expect(await ctx.db.session.count()).toBe(0);
  const tree = await listOrganisations(ctx);
  expect(tree.find(({ slug }) => slug === 'school-12')).toMatchObject({
    path: '/kjf/karaganda/school-12/',
    depth: 2,
  });
});

test('the demo logins work and have their roles', async () => {
  const ctx = world.current.ctx();
  const signedIn = await signIn(ctx, {
    contact: 'Registrar@Demo.test ',
    password: DEMO_PASSWORD,
    userAgent: null,
    previousToken: null,
  });
  expect(signedIn).toMatchObject({ waitsForCode: false, lang: 'ru' });
  expect(await ctx.ports.findActor(ctx, { token: signedIn.token })).toMatchObject({
    name: 'Демо Регистратор',
    emailConfirmed: true,
  });
  expect(hasRole(await actorOf(ctx, 'registrar@demo.test'), 'registrar', '/kjf/almaty/')).toBe(true);
  expect(hasRole(await actorOf(ctx, 'coordinator@demo.test'), 'coordinator', '/kjf/almaty/')).toBe(false);
  expect((await actorOf(ctx, 'assessor@demo.test')).grants.map(({ level }) => level).sort()).toEqual([
    'kjf-assistant',
    'kjf-coach',
  ]);
});

test('everybody is found by name in any script', async () => {
  const ctx = world.current.ctx(await actorOf(world.current.ctx(), 'admin@demo.test'));
  const found = async (q: string) =>
    (await listPeople(ctx, { q, after: null })).people.map(({ contact }) => contact);
  expect(await found('講師')).toEqual(['instructor@demo.test']);
  expect(await found('こうし')).toEqual(['instructor@demo.test']);
  expect(await found('Tirkeuşi')).toEqual(['registrar2@demo.test']);
  expect(await found('тіркеуші demo')).toEqual(['registrar2@demo.test']);
  expect(await found('Coach')).toEqual(['coach2@demo.test', 'coach@demo.test']);
  expect(await found('OBSERVER@demo')).toEqual(['observer@demo.test']);
  expect(await found('100%')).toEqual([]);
  expect(await found('')).toHaveLength(13);
});
