import { beforeAll, expect, test } from 'vitest';
import { answerUnion } from '~/domain/unions/answer-union.server';
import { compareRecords } from '~/domain/unions/compare-records.server';
import { newId } from '~/platform/ids';
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
