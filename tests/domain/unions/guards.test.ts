import { beforeAll, expect, test } from 'vitest';
import { keepIdentity } from '~/domain/identities/keep-identity.server';
import { answerUnion } from '~/domain/unions/answer-union.server';
import { compareRecords } from '~/domain/unions/compare-records.server';
import { partRecords } from '~/domain/unions/part-records.server';
import { inTransaction } from '~/platform/context';
import { newId } from '~/platform/ids';
import type { LocalDate } from '~/platform/local-date';
import { useWorld } from '../../support/database';
import { openUnionWorld, type UnionWorld } from './union-world';

const world = useWorld();
let house: UnionWorld;

beforeAll(async () => {
  house = await openUnionWorld(world.current);
});

const refused = (code: string) => expect.objectContaining({ code });
const second = () => house.as(house.secondRegistrar);

test('where either account has a role, the role is withdrawn first; of the kept one as well', async () => {
  const [one, two] = [await house.record('Рөл'), await house.coach('Роль')];
  const { id } = await house.db.roleGrant.create({
    data: {
      ...{ id: newId(), accountId: two.accountId, role: 'observer', organisationId: house.organisationId },
      grantedAt: world.current.clock.now(),
    },
  });
  await expect(house.join(one, two)).rejects.toEqual(refused('unions.has-role'));
  await expect(house.join(two, one)).rejects.toEqual(refused('unions.has-role'));
  expect(await house.db.personUnion.count()).toBe(0);
  await house.db.roleGrant.update({ where: { id }, data: { withdrawnAt: world.current.clock.now() } });
  expect(await house.join(one, two)).toMatchObject({ state: 'joined' });
});

test('a role that was given while the joining waited stands in the way of the second key', async () => {
  const [one, two] = [await house.coach('Бірге'), await house.coach('Бирге')];
  const { unionId } = await house.join(one, two);
  await house.db.roleGrant.create({
    data: {
      ...{ id: newId(), accountId: two.accountId, role: 'admin', organisationId: house.organisationId },
      grantedAt: world.current.clock.now(),
    },
  });
  await expect(answerUnion(second(), { unionId, answer: 'confirm' })).rejects.toEqual(
    refused('unions.has-role'),
  );
});

test('where both have an account, two registrars are needed', async () => {
  const [one, two] = [await house.coach('Екеуі'), await house.coach('Екеуи')];
  const view = await compareRecords(second(), { one: one.personId, two: two.personId });
  expect(view.keys).toBe(2);
  const { unionId, state } = await house.join(one, two);
  expect(state).toBe('asked');
  await answerUnion(second(), { unionId, answer: 'confirm' });
  const { personId } = await house.db.account.findUniqueOrThrow({ where: { id: two.accountId } });
  expect(personId).toBe(two.personId);
});

const keep = (personId: string, iin: string | null, birthOn: LocalDate | null) =>
  inTransaction(house.as(null), (tx) => keepIdentity(tx, { personId, iin, birthOn }));
const identityOf = (personId: string) => house.db.identity.findUnique({ where: { personId } });

test('birthdays that differ, one of them in a number of the state, are two people', async () => {
  const [one, two, three] = [await house.record('Күн'), await house.record('Кун'), await house.record('Кюн')];
  await keep(one.personId, '900505300003', null);
  await keep(two.personId, null, '1990-05-06');
  await keep(three.personId, null, '1990-05-05');
  await expect(house.join(one, two)).rejects.toEqual(refused('unions.two-birthdays'));
  await expect(house.join(two, three)).rejects.toEqual(refused('unions.two-birthdays'));
  expect(await house.join(one, three)).toMatchObject({ state: 'joined' });
});

test('number and birthday go in parts, with the moment at which it was given, and come back', async () => {
  const [one, two, three] = [
    await house.record('Туған'),
    await house.record('Туган'),
    await house.record('Туын'),
  ];
  await keep(two.personId, '910101300009', '1991-01-01');
  const birthGivenAt = world.current.clock.now();
  await house.db.identity.update({ where: { personId: two.personId }, data: { birthGivenAt } });
  const before = await identityOf(two.personId);
  const first = await house.join(one, two);
  expect(await identityOf(one.personId)).toEqual({ ...before, personId: one.personId });
  expect(await identityOf(two.personId)).toMatchObject({
    iinHash: null,
    birthSealed: null,
    birthGivenAt: null,
  });
  await keep(three.personId, null, '1991-01-01');
  const next = await house.join(three, one);
  expect(await identityOf(three.personId)).toMatchObject({ iinHash: before?.iinHash, birthGivenAt: null });
  expect(await identityOf(one.personId)).toMatchObject({ iinHash: null, birthGivenAt });
  for (const { unionId } of [next, first])
    await partRecords(house.as(house.registrar), { unionId, reason: 'They are two' });
  expect(await identityOf(one.personId)).toBeNull();
  expect(await identityOf(two.personId)).toEqual(before);
});

test('a joined record acts for nobody, and gets no mail of the office', async () => {
  const [one, two] = [await house.coach('Құлып'), await house.coach('Кулып')];
  const ctx = house.as(null);
  await house.merge(one, two);
  const grant = { organisationId: house.organisationId, grantedAt: world.current.clock.now() };
  await house.db.organisation.update({ where: { id: house.organisationId }, data: { kind: 'partner' } });
  for (const { accountId } of [one, two])
    await house.db.roleGrant.create({ data: { id: newId(), accountId, role: 'admin', ...grant } });
  expect(await ctx.ports.actorOfAccount(ctx, two.accountId)).toBeNull();
  expect(await ctx.ports.actorOfAccount(ctx, one.accountId)).toMatchObject({ personId: one.personId });
  const receivers = (await ctx.ports.checkpointReceivers(ctx)).map(({ to }) => to);
  expect([receivers.includes(one.contact), receivers.includes(two.contact)]).toEqual([true, false]);
});
