import { beforeAll, beforeEach, expect, test } from 'vitest';
import { getRegisterListing } from '~/domain/credentials/get-register-listing.server';
import { listRegister } from '~/domain/credentials/list-register.server';
import { setRegisterListing } from '~/domain/credentials/set-register-listing.server';
import { enrolCoach } from '~/domain/learning/enrol-coach.server';
import { sanctionQualification } from '~/domain/sanctions/sanction-qualification.server';
import { partRecords } from '~/domain/unions/part-records.server';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { course } from '../learning/study-world';
import { openUnionWorld, type UnionWorld } from './union-world';

const world = useWorld();
let house: UnionWorld;

beforeAll(async () => {
  house = await openUnionWorld(world.current);
});

const later = () => world.current.clock.set(new Date(world.current.clock.now().getTime() + 3_600_000));
beforeEach(later);

const refused = (code: string) => expect.objectContaining({ code });
const part = (unionId: string) => partRecords(house.as(house.registrar), { unionId, reason: 'They are two' });
const publicly = async (serial: string) =>
  JSON.stringify(await listRegister(house.as(null), { q: '' })).includes(serial);

test('the last word about the public register goes back with the account of whoever said it', async () => {
  const [kept, coach] = [await house.record('Сөз'), await house.coach('Созов')];
  const [first, second] = [await house.award(kept), await house.award(coach)];
  const unionId = await house.merge(kept, coach);
  later();
  const now = { ...coach, personId: kept.personId };
  await setRegisterListing(house.as(now), { listed: true });
  expect([await publicly(first.serial), await publicly(second.serial)]).toEqual([true, true]);
  later();
  await part(unionId);
  expect([await publicly(first.serial), await publicly(second.serial)]).toEqual([false, true]);
  expect(await getRegisterListing(house.as(kept))).toMatchObject({ listed: false });
});

test('nobody is published again against what they said while the records were one', async () => {
  const [kept, coach] = [await house.record('Жоқ'), await house.coach('Жоков')];
  const { serial } = await house.award(coach);
  await setRegisterListing(house.as(coach), { listed: true });
  later();
  const unionId = await house.merge(kept, coach);
  later();
  await setRegisterListing(house.as({ ...coach, personId: kept.personId }), { listed: false });
  later();
  await part(unionId);
  expect(await publicly(serial)).toBe(false);
  expect(await getRegisterListing(house.as(coach))).toMatchObject({ listed: false });
});

test('what whoever signs in wrote since goes back with the account: applications, papers, courses', async () => {
  const { slug } = await course(world.current);
  const [kept, coach] = [await house.record('Өзі'), await house.coach('Озов')];
  await enrolCoach(house.as(coach), { slug });
  later();
  const unionId = await house.merge(kept, coach);
  later();
  const now = { ...coach, personId: kept.personId };
  const applicationId = await house.apply(now);
  const words = { kind: 'first-aid', lang: 'ru', issuer: 'x', nameOnPaper: 'x', note: '' };
  const at = world.current.clock.now();
  const ids = { id: newId(), submissionKey: newId(), personId: kept.personId };
  await house.db.claim.create({ data: { ...ids, ...words, issuedOn: at, handedInAt: at } });
  const first = await house.db.enrolment.findFirstOrThrow({ where: { personId: kept.personId } });
  const again = { ...first, id: newId(), round: 2, enrolledAt: at };
  await house.db.enrolment.create({ data: again });
  await part(unionId);
  const ownerOf = { select: { personId: true } };
  const application = await house.db.application.findUniqueOrThrow({
    where: { id: applicationId },
    ...ownerOf,
  });
  const claim = await house.db.claim.findUniqueOrThrow({ where: { id: ids.id }, ...ownerOf });
  expect([application.personId, claim.personId]).toEqual([coach.personId, coach.personId]);
  const rounds = await house.db.enrolment.findMany({
    where: { personId: coach.personId },
    orderBy: { round: 'asc' },
  });
  expect(rounds.map(({ id, round }) => [id, round])).toEqual([
    [first.id, 1],
    [again.id, 2],
  ]);
});

test('an award of an application that was decided since is revoked first, for it may rest on both', async () => {
  const [kept, coach] = [await house.record('Кейін'), await house.coach('Кейнов')];
  const applicationId = await house.apply(coach);
  const unionId = await house.merge(kept, coach);
  later();
  const { qualificationId } = await house.decided(applicationId);
  await expect(part(unionId)).rejects.toEqual(refused('unions.awarded-since'));
  expect((await house.db.qualification.findUniqueOrThrow({ where: { id: qualificationId } })).personId).toBe(
    kept.personId,
  );
  await sanctionQualification(house.as(house.registrar), {
    ...{ act: 'revoke', qualificationId, reason: 'other', document: '1', legalBasis: '1' },
    ...{ effectiveOn: world.current.clock.today('Asia/Almaty'), note: '' },
  });
  await part(unionId);
  expect((await house.db.qualification.findUniqueOrThrow({ where: { id: qualificationId } })).personId).toBe(
    coach.personId,
  );
});

test('the place comes back and is open again, though the kept person moved to another club', async () => {
  const [kept, absorbed] = [await house.coach('Орын'), await house.record('Орнов')];
  const placesOf = (personId: string) =>
    house.db.affiliation.findMany({ where: { personId }, orderBy: { recordedAt: 'asc' } });
  const [place] = await placesOf(absorbed.personId);
  const unionId = await house.merge(kept, absorbed);
  expect(await placesOf(kept.personId)).toEqual([{ ...place, personId: kept.personId }]);
  const at = world.current.clock.now();
  await house.db.affiliation.updateMany({ where: { personId: kept.personId }, data: { endedAt: at } });
  const next = { id: newId(), personId: kept.personId, organisationId: house.organisationId };
  await house.db.affiliation.create({ data: { ...next, recordedAt: at } });
  await part(unionId);
  expect(await placesOf(absorbed.personId)).toEqual([place]);
  expect(await placesOf(kept.personId)).toMatchObject([{ id: next.id, endedAt: null }]);
});
