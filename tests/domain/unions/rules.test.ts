import { beforeAll, describe, expect, test } from 'vitest';
import { authenticateSession } from '~/domain/access/authenticate-session.server';
import { signIn } from '~/domain/access/sign-in.server';
import { askForRenewal } from '~/domain/applications/ask-for-renewal.server';
import { decideApplication } from '~/domain/applications/decide-application.server';
import { keepIdentity } from '~/domain/identities/keep-identity.server';
import { readContact } from '~/domain/people/inputs';
import { answerUnion } from '~/domain/unions/answer-union.server';
import { compareRecords } from '~/domain/unions/compare-records.server';
import { findRecords } from '~/domain/unions/find-records.server';
import { getUnion } from '~/domain/unions/get-union.server';
import { listUnions } from '~/domain/unions/list-unions.server';
import { partRecords } from '~/domain/unions/part-records.server';
import { inTransaction } from '~/platform/context';
import { newId } from '~/platform/ids';
import { actorWith, useWorld } from '../../support/database';
import { PASSWORD } from '../../support/people';
import { openUnionWorld, type UnionWorld } from './union-world';

const world = useWorld();
let house: UnionWorld;

beforeAll(async () => {
  house = await openUnionWorld(world.current);
});

const office = () => house.as(house.registrar);
const second = () => house.as(house.secondRegistrar);
const part = (unionId: string) => partRecords(office(), { unionId, reason: 'They are two' });
const refused = (code: string) => expect.objectContaining({ code });
const contactOf = (text: string) => readContact(text) ?? { email: text, phone: null };
const enter = (contact: string) =>
  signIn(house.as(null), {
    contact: contactOf(contact).email ?? '',
    password: PASSWORD,
    userAgent: null,
    previousToken: null,
  });

describe('who may join what', () => {
  test('not one and the same, not the own record, not what is out of reach, and no coach', async () => {
    const [one, two] = [await house.record('Первая'), await house.record('Вторая')];
    await expect(house.join(one, one)).rejects.toEqual(refused('unions.same-person'));
    await expect(house.join(house.registrar, one)).rejects.toEqual(refused('unions.own-record'));
    await expect(house.join(one, two, actorWith(['registrar'], '/other/'))).rejects.toEqual(
      refused('unions.person-not-found'),
    );
    await expect(house.join(one, two, one)).rejects.toEqual(refused('licensing.not-a-registrar'));
    expect(await house.db.personUnion.count()).toBe(0);
  });

  test('two numbers of the state are two people; one number goes along and comes back', async () => {
    const [one, two, three] = [await house.record('А'), await house.record('Б'), await house.record('В')];
    const keep = (personId: string, iin: string) =>
      inTransaction(house.as(null), (tx) => keepIdentity(tx, { personId, iin, birthOn: '1990-05-05' }));
    await keep(one.personId, '900505300009');
    await keep(two.personId, '900505300019');
    await expect(house.join(one, two)).rejects.toEqual(refused('unions.two-numbers'));
    const hashOf = async (personId: string) =>
      (await house.db.identity.findUnique({ where: { personId } }))?.iinHash ?? null;
    const hash = await hashOf(two.personId);
    const { unionId } = await house.join(three, two);
    expect([await hashOf(three.personId), await hashOf(two.personId)]).toEqual([hash, null]);
    await part(unionId);
    expect([await hashOf(three.personId), await hashOf(two.personId)]).toEqual([null, hash]);
  });

  test('open applications for one level are decided first, and the answer says for which', async () => {
    const [one, two] = [await house.record('Жұма'), await house.coach('Жума')];
    await house.apply(one);
    await house.apply(two);
    await expect(house.join(one, two)).rejects.toMatchObject({
      code: 'unions.open-applications',
      extras: { params: { level: 'One' } },
    });
  });

  test('open requests of both for one level are decided first', async () => {
    const [one, two] = [await house.record('Сұрау'), await house.record('Сурау')];
    const level = await house.db.level.findFirstOrThrow({ where: { slug: 'coach-one' } });
    const ask = ({ personId }: { personId: string }) => {
      const ids = { id: newId(), submissionKey: newId(), personId, levelId: level.id };
      const asked = { path: '/kjf/', lang: 'ru', statement: 'x', evidenceIds: [] };
      return house.db.equivalenceRequest.create({
        data: { ...ids, ...asked, askedAt: world.current.clock.now() },
      });
    };
    await ask(one);
    const { id } = await ask(two);
    await expect(house.join(one, two)).rejects.toEqual(refused('unions.open-requests'));
    await house.db.equivalenceRequest.update({
      where: { id },
      data: { closedAt: world.current.clock.now() },
    });
    const { unionId } = await house.join(one, two);
    const ownerOf = async () =>
      (await house.db.equivalenceRequest.findUniqueOrThrow({ where: { id } })).personId;
    expect(await ownerOf()).toBe(one.personId);
    await part(unionId);
    expect(await ownerOf()).toBe(two.personId);
  });
});

describe('one joining at a time', () => {
  test('two registrars at once and a form sent twice make one union', async () => {
    const [one, two] = [await house.record('Раз'), await house.record('Два')];
    const done = await Promise.all([
      house.join(one, two),
      house.join(one, two),
      house.join(one, two, house.secondRegistrar),
    ]);
    expect(new Set(done.map(({ unionId }) => unionId)).size).toBe(1);
    await expect(house.join(two, one)).rejects.toEqual(refused('unions.already-joined'));
    const third = await house.record('Три');
    await expect(house.join(third, two)).rejects.toEqual(refused('unions.already-asked'));
    const acts = await house.db.auditEvent.count({
      where: { act: 'unions.joined', subjectId: one.personId },
    });
    expect(acts).toBe(1);
  });

  test('a chain is taken back from its newest end', async () => {
    const [one, two, three] = [
      await house.record('Бір'),
      await house.record('Екі'),
      await house.record('Үш'),
    ];
    const held = await house.award(one);
    const first = await house.join(two, one);
    const next = await house.join(three, two);
    const ownerOf = async () =>
      (await house.db.qualification.findUniqueOrThrow({ where: { id: held.qualificationId } })).personId;
    expect(await ownerOf()).toBe(three.personId);
    const found = await findRecords(office(), { one: house.registrar.personId, q: 'Бір' });
    expect(found.found.map(({ personId }) => personId)).toEqual([three.personId]);
    await expect(part(first.unionId)).rejects.toEqual(refused('unions.newer-first'));
    await part(next.unionId);
    expect(await ownerOf()).toBe(two.personId);
    await part(first.unionId);
    expect(await ownerOf()).toBe(one.personId);
  });
});

describe('two keys', () => {
  test('asked for by one registrar, confirmed by another; until then nothing changes', async () => {
    const [one, two] = [await house.record('Қос'), await house.coach('Кос')];
    const { qualificationId } = await house.award(one, 'coach-two');
    expect((await compareRecords(office(), { one: one.personId, two: two.personId })).keys).toBe(2);
    const { unionId, state } = await house.join(one, two);
    expect(state).toBe('asked');
    expect((await house.db.account.findUniqueOrThrow({ where: { id: two.accountId } })).personId).toBe(
      two.personId,
    );
    const confirm = { unionId, answer: 'confirm' as const };
    await expect(answerUnion(office(), confirm)).rejects.toEqual(refused('unions.second-person'));
    expect((await listUnions(second(), { list: 'asked' })).rows.map(({ id }) => id)).toEqual([unionId]);
    await Promise.all([answerUnion(second(), confirm), answerUnion(second(), confirm)]);
    expect((await house.db.account.findUniqueOrThrow({ where: { id: two.accountId } })).personId).toBe(
      one.personId,
    );
    expect(await getUnion(office(), { unionId })).toMatchObject({ state: 'joined', moved: { account: 1 } });
    expect(
      (await house.db.qualification.findUniqueOrThrow({ where: { id: qualificationId } })).personId,
    ).toBe(one.personId);
  });

  test('taken back by whoever asked', async () => {
    const [one, two] = [await house.record('Алға'), await house.record('Алга')];
    await house.award(one, 'coach-two');
    const { unionId } = await house.join(one, two);
    await answerUnion(office(), { unionId, answer: 'decline' });
    await expect(answerUnion(second(), { unionId, answer: 'confirm' })).rejects.toEqual(
      refused('unions.already-answered'),
    );
    await expect(part(unionId)).rejects.toEqual(refused('unions.not-joined'));
  });
});

describe('accounts', () => {
  test('where both have one, that of the absorbed record is signed out and told to use the other', async () => {
    const [one, two] = [await house.coach('Ерлан'), await house.coach('Ерлана')];
    const { unionId } = await house.join(one, two);
    await answerUnion(second(), { unionId, answer: 'confirm' });
    expect(await authenticateSession(house.as(null), { token: two.token })).toBeNull();
    await expect(enter(two.contact)).rejects.toEqual(refused('access.records-joined'));
    await expect(enter(one.contact)).resolves.toMatchObject({ waitsForCode: false });
    await expect(part(unionId)).rejects.toEqual(refused('unions.part-second-person'));
    await partRecords(second(), { unionId, reason: 'They are two' });
    await expect(enter(two.contact)).resolves.toMatchObject({ waitsForCode: false });
  });
});

describe('parting', () => {
  test('is refused once a moved licence was renewed', async () => {
    const [one, two] = [await house.record('Нұр'), await house.coach('Нур')];
    const { qualificationId } = await house.award(two);
    const { unionId } = await house.join(one, two);
    const coach = { ...two, personId: one.personId };
    const { until } = await house.db.licencePeriod.findFirstOrThrow({ where: { qualificationId } });
    world.current.clock.set(new Date(until.getTime() - 30 * 86_400_000));
    await house.ready(coach, '2028-10-01');
    const asked = { level: 'coach-one', languages: ['kk' as const, 'ru' as const], note: '' };
    const { applicationId } = await askForRenewal(house.as(coach), asked);
    await decideApplication(office(), { act: 'confirm', applicationId, note: '' });
    await expect(part(unionId)).rejects.toEqual(refused('unions.awarded-since'));
    expect(await getUnion(office(), { unionId })).toMatchObject({ state: 'joined' });
  });
});
