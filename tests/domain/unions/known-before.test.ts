import { beforeAll, expect, test } from 'vitest';
import { verifyCredential } from '~/domain/credentials/verify-credential.server';
import { recordCourseCompletion } from '~/domain/evidence/record-course-completion.server';
import { countLicences } from '~/domain/licensing/count-licences.server';
import { getStandingFacts } from '~/domain/licensing/get-standing-facts.server';
import { joinOrganisation } from '~/domain/people/join-organisation.server';
import { answerUnion } from '~/domain/unions/answer-union.server';
import { partRecords } from '~/domain/unions/part-records.server';
import { authored } from '~/i18n/content';
import type { Actor } from '~/platform/actor';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { openUnionWorld, type UnionWorld } from './union-world';

const world = useWorld();
let house: UnionWorld;
let [kept, absorbed]: Actor[] = [];

const at = (moment: string) => world.current.clock.set(moment);
const DAY = '2030-03-01';

/** The absorbed one's condition ran out; the kept one's holds for long. */
const train = ({ personId }: Actor, validityMonths: number) =>
  recordCourseCompletion(house.as(null), {
    ...{
      sourceId: newId(),
      personId,
      ref: 'course:safe@1',
      title: authored('en', { en: 'Safe' }),
      hours: 4,
      points: 2,
    },
    ...{ component: 'safeguarding', validityMonths, occurredOn: '2026-11-20' },
  });

async function statesKnownAt(serial: string, qualificationId: string, moment: string) {
  const knownAt = new Date(moment);
  const answer = await verifyCredential(house.as(null), { serial, on: '2029-11-21', knownAt });
  const facts = await getStandingFacts(house.as(null), { qualificationIds: [qualificationId], knownAt });
  return [answer?.status.status, facts[0]?.lapsedComponents.length];
}

beforeAll(async () => {
  at('2026-11-23T06:00:00Z');
  house = await openUnionWorld(world.current);
  [kept, absorbed] = [await house.record('Қалған'), await house.record('Қосылған')];
});

test('what was known before a joining stays what it was: reports, public answers, places', async () => {
  if (!kept || !absorbed) throw new Error('The test has no people');
  const held = await house.award(absorbed, 'coach-two');
  await train(kept, 120);
  const place = await house.db.organisation.create({
    data: {
      id: newId(),
      slug: 'east',
      kind: 'region',
      name: authored('kk', { kk: 'Шығыс' }),
      path: '/kjf/east/',
      parentId: house.organisationId,
    },
  });
  await joinOrganisation(house.as(kept), { organisationId: place.id });
  const { levelId } = await house.db.qualification.findUniqueOrThrow({ where: { id: held.qualificationId } });
  const level = { levelId, zone: 'Asia/Almaty', path: '/' };
  const counted = (moment: string, path = '/') =>
    countLicences(house.as(null), { ...level, path, on: DAY, knownAt: new Date(moment) });
  const before = [
    await counted('2026-11-30T00:00:00Z'),
    await statesKnownAt(held.serial, held.qualificationId, '2026-11-30T00:00:00Z'),
  ];
  at('2026-12-01T06:00:00Z');
  const asked = await house.join(kept, absorbed);
  await answerUnion(house.as(house.secondRegistrar), { unionId: asked.unionId, answer: 'confirm' });
  const known = () =>
    Promise.all([
      counted('2026-11-30T00:00:00Z'),
      statesKnownAt(held.serial, held.qualificationId, '2026-11-30T00:00:00Z'),
    ]);
  expect(await known()).toEqual(before);
  const joined = [
    await counted('2026-12-02T00:00:00Z'),
    await statesKnownAt(held.serial, held.qualificationId, '2026-12-02T00:00:00Z'),
  ];
  expect(before).toMatchObject([[{ place: '/kjf/', suspended: 1 }], ['suspended', 1]]);
  expect(joined).toMatchObject([[{ place: '/kjf/east/', active: 1 }], ['valid', 0]]);
  expect(await counted('2026-12-02T00:00:00Z', '/kjf/east/')).toHaveLength(1);
  expect(await counted('2026-11-30T00:00:00Z', '/kjf/east/')).toHaveLength(0);
  at('2026-12-05T06:00:00Z');
  await partRecords(house.as(house.secondRegistrar), { unionId: asked.unionId, reason: 'They are two' });
  expect(await known()).toEqual(before);
  expect([
    await counted('2026-12-02T00:00:00Z'),
    await statesKnownAt(held.serial, held.qualificationId, '2026-12-02T00:00:00Z'),
  ]).toEqual(joined);
  expect(await statesKnownAt(held.serial, held.qualificationId, '2026-12-06T00:00:00Z')).toEqual(before[1]);
});
