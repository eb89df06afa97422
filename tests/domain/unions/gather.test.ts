import { beforeAll, expect, test } from 'vitest';
import { enrolCoach } from '~/domain/learning/enrol-coach.server';
import { gatherRows } from '~/domain/unions/gather-rows.server';
import { listUnions } from '~/domain/unions/list-unions.server';
import { partRecords } from '~/domain/unions/part-records.server';
import type { Actor } from '~/platform/actor';
import { newId } from '~/platform/ids';
import { actorWith, useWorld } from '../../support/database';
import { drainJobs } from '../../support/drain-jobs';
import { course } from '../learning/study-world';
import { openUnionWorld, type UnionWorld } from './union-world';

const world = useWorld();
let house: UnionWorld;

beforeAll(async () => {
  house = await openUnionWorld(world.current);
});

const refused = (code: string) => expect.objectContaining({ code });
const handIn = async ({ personId }: Actor) => {
  const at = world.current.clock.now();
  const words = { kind: 'first-aid', lang: 'ru', issuer: 'x', nameOnPaper: 'x', note: '', issuedOn: at };
  const ids = { id: newId(), submissionKey: newId(), personId };
  return house.db.claim.create({ data: { ...ids, ...words, handedInAt: at } });
};
const claimantOf = async (id: string) => (await house.db.claim.findUniqueOrThrow({ where: { id } })).personId;

test('what was written to the absorbed record while it was joined is moved by the job, once, and goes back', async () => {
  const { slug } = await course(world.current);
  const [kept, absorbed] = [await house.record('Жинау'), await house.coach('Жинаев')];
  await enrolCoach(house.as(absorbed), { slug });
  const unionId = await house.merge(kept, absorbed);
  const { id } = await handIn(absorbed);
  const first = await house.db.enrolment.findFirstOrThrow({ where: { personId: kept.personId } });
  const at = new Date(first.enrolledAt.getTime() + 60_000);
  const stray = { ...first, id: newId(), personId: absorbed.personId, enrolledAt: at };
  await house.db.enrolment.create({ data: stray });
  await drainJobs(world.current.services);
  expect(await claimantOf(id)).toBe(kept.personId);
  const roundOf = async (of: string) => {
    const { personId, round } = await house.db.enrolment.findUniqueOrThrow({ where: { id: of } });
    return [personId, round];
  };
  expect([await roundOf(stray.id), await roundOf(first.id)]).toEqual([
    [kept.personId, 2],
    [kept.personId, 1],
  ]);
  const acts = { where: { act: 'unions.gathered', subjectId: kept.personId } };
  expect(await house.db.auditEvent.count(acts)).toBe(1);
  await gatherRows(house.as(null), { unionId });
  expect(await house.db.auditEvent.count(acts)).toBe(1);
  await partRecords(house.as(house.registrar), { unionId, reason: 'They are two' });
  expect(await claimantOf(id)).toBe(absorbed.personId);
  expect([await roundOf(first.id), await roundOf(stray.id)]).toEqual([
    [absorbed.personId, 1],
    [absorbed.personId, 2],
  ]);
});

test('once they are parted the job moves nothing', async () => {
  const [kept, absorbed] = [await house.record('Кеш'), await house.record('Кешов')];
  const unionId = await house.merge(kept, absorbed);
  await partRecords(house.as(house.registrar), { unionId, reason: 'They are two' });
  const { id } = await handIn(absorbed);
  await drainJobs(world.current.services);
  expect(await claimantOf(id)).toBe(absorbed.personId);
});

test('listed by the places of both, and taken back by whoever reaches both', async () => {
  const [kept, absorbed] = [await house.record('Жер'), await house.record('Жеров')];
  const unionId = await house.merge(kept, absorbed);
  await house.db.personUnion.update({ where: { id: unionId }, data: { secondPath: '/other/club/' } });
  const other = actorWith(['registrar'], '/other/', { name: 'Other' });
  const listed = (await listUnions(house.as(other), { list: 'joined' })).rows.map(({ id }) => id);
  expect(listed).toEqual([unionId]);
  for (const actor of [other, house.registrar])
    await expect(partRecords(house.as(actor), { unionId, reason: 'x' })).rejects.toEqual(
      refused('unions.person-not-found'),
    );
});
