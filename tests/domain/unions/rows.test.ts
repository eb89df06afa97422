import { beforeAll, expect, test } from 'vitest';
import { enrolCoach } from '~/domain/learning/enrol-coach.server';
import { unionPage } from '~/domain/unions/data/unions.server';
import { partRecords } from '~/domain/unions/part-records.server';
import { authored } from '~/i18n/content';
import type { Actor } from '~/platform/actor';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { useWorld } from '../../support/database';
import { planOf, scansOf } from '../../support/many-holders';
import { course } from '../learning/study-world';
import { openUnionWorld, type UnionWorld } from './union-world';

const world = useWorld();
let house: UnionWorld;

beforeAll(async () => {
  house = await openUnionWorld(world.current);
});

const part = (unionId: string) => partRecords(house.as(house.registrar), { unionId, reason: 'They are two' });

const roundsOf = async (slug: string, people: readonly Actor[]) => {
  const { rows } = await world.current.services.database.pool.query<{ person_id: string; round: number }>(
    `SELECT e.person_id, e.round FROM enrolment e JOIN course c ON c.id = e.course_id WHERE c.slug = $1 ORDER BY e.enrolled_at`,
    [slug],
  );
  return rows.map((row) => [people.findIndex(({ personId }) => personId === row.person_id), row.round]);
};

test('rounds of one course are numbered in the order in which they were begun, and get their numbers back', async () => {
  const { slug } = await course(world.current);
  const other = await course(world.current);
  const people = [await house.coach('Сабақ'), await house.coach('Сабак')];
  const [kept, absorbed] = people;
  if (!kept || !absorbed) throw new Error('The test has no people');
  await enrolCoach(house.as(absorbed), { slug });
  await enrolCoach(house.as(absorbed), { slug: other.slug });
  world.current.clock.set('2026-11-24T09:00:00Z');
  await enrolCoach(house.as(kept), { slug });
  expect(await roundsOf(slug, people)).toEqual([
    [1, 1],
    [0, 1],
  ]);
  const unionId = await house.merge(kept, absorbed);
  expect(await roundsOf(slug, people)).toEqual([
    [0, 1],
    [0, 2],
  ]);
  expect(await roundsOf(other.slug, people)).toEqual([[0, 1]]);
  await partRecords(house.as(house.secondRegistrar), { unionId, reason: 'They are two' });
  expect(await roundsOf(slug, people)).toEqual([
    [1, 1],
    [0, 1],
  ]);
  expect(await roundsOf(other.slug, people)).toEqual([[1, 1]]);
});

test('what came later hangs on what was moved, or stays with the kept person', async () => {
  const [kept, absorbed] = [await house.record('Қағаз'), await house.coach('Кагаз')];
  const { qualificationId } = await house.award(absorbed);
  const { unionId } = await house.join(kept, absorbed);
  const now = { ...absorbed, personId: kept.personId };
  await house.ready(now, '2026-11-22');
  const evidence = () => house.db.evidence.count({ where: { personId: kept.personId } });
  const before = await evidence();
  const { serial: _serial, ...first } = await house.db.credential.findFirstOrThrow({
    where: { qualificationId },
  });
  const later = {
    id: newId(),
    serial: newId(),
    number: newId(),
    personId: kept.personId,
    replacesId: first.id,
  };
  await house.db.credential.create({ data: { ...first, ...later, snapshot: first.snapshot ?? {} } });
  await part(unionId);
  expect(await evidence()).toBe(2);
  expect(before).toBe(4);
  const owners = await house.db.credential.findMany({
    where: { qualificationId },
    select: { personId: true },
  });
  expect(owners).toEqual([{ personId: absorbed.personId }, { personId: absorbed.personId }]);
});

/** A piece of evidence of the person, of the source. */
const evidenceOf = ({ personId }: Actor, sourceId: string = newId()) =>
  house.db.evidence.create({
    data: {
      ...{
        id: newId(),
        personId,
        type: 'external',
        sourceId,
        ref: 'external:x',
        title: authored('en', { en: 'X' }),
      },
      ...{ points: 2, occurredOn: new Date('2026-11-01'), recordedAt: world.current.clock.now() },
    },
  });

test('evidence of a paper that was moved goes back with it, whenever it was confirmed', async () => {
  const [kept, absorbed] = [await house.record('Құжат'), await house.record('Кужат')];
  const now = world.current.clock.now();
  const words = { kind: 'first-aid', lang: 'ru', issuer: 'x', nameOnPaper: 'x', note: '', issuedOn: now };
  const ids = { id: newId(), submissionKey: newId(), personId: absorbed.personId };
  const claim = await house.db.claim.create({ data: { ...ids, ...words, handedInAt: now } });
  const { unionId } = await house.join(kept, absorbed);
  const { id } = await evidenceOf(kept, claim.id);
  await part(unionId);
  expect((await house.db.evidence.findUniqueOrThrow({ where: { id } })).personId).toBe(absorbed.personId);
});

test('points of both that were counted together since are taken back first', async () => {
  const [kept, absorbed] = [await house.record('Ұпай'), await house.record('Упай')];
  const { qualificationId } = await house.award(kept);
  const { id: evidenceId } = await evidenceOf(absorbed);
  const { unionId } = await house.join(kept, absorbed);
  const period = await house.db.licencePeriod.findFirstOrThrow({ where: { qualificationId } });
  const { frameworkId } = await house.db.credential.findFirstOrThrow({ where: { qualificationId } });
  const counted = {
    ...{ personId: kept.personId, frameworkId, periodId: period.id, evidenceId, category: 'other' },
    ...{ ruleSetVersionId: period.ruleSetVersionId, recordedAt: world.current.clock.now() },
  };
  const entry = await house.db.ledgerEntry.create({ data: { ...counted, id: newId(), points: 2, turn: 0 } });
  await expect(part(unionId)).rejects.toMatchObject({ code: 'unions.points-since' });
  await house.db.ledgerEntry.create({ data: { ...counted, id: newId(), points: -2, reversesId: entry.id } });
  await part(unionId);
  expect((await house.db.evidence.findUniqueOrThrow({ where: { id: evidenceId } })).personId).toBe(
    absorbed.personId,
  );
});

test('the list is read by its index, however many unions there are', async () => {
  const [one, two] = [await house.record('Тізім'), await house.record('Тизим')];
  await house.db.$executeRawUnsafe(`INSERT INTO person_union
      (id, kept_id, absorbed_id, reason, document, path, second_path, keys, asked_by, asked_at, joined_by, joined_at, parted_by, parted_at)
    SELECT gen_random_uuid(), '${one.personId}', '${two.personId}', 'x', 'x', '/kjf/', '/kjf/', 1, '${house.registrar.accountId}',
      now() - n * interval '1 minute', '${house.registrar.accountId}', now(), '${house.registrar.accountId}', now()
    FROM generate_series(1, 5000) n`);
  await house.db.$executeRawUnsafe('ANALYZE person_union');
  const filter = { list: 'closed' as const, paths: ['/kjf/'], accountId: house.registrar.accountId };
  const plan = await planOf(house, unionPage(filter, null, 51));
  expect(plan).toContain('person_union_asked_at_id_idx');
  expect(scansOf(plan, 'u')).not.toContain('Seq Scan');
});

test('of the newest rounds of both, the one that is further stays the newest', async () => {
  const { slug } = await course(world.current);
  const people = [await house.coach('Алыс'), await house.coach('Алысов')];
  const [kept, absorbed] = people;
  if (!kept || !absorbed) throw new Error('The test has no people');
  await enrolCoach(house.as(kept), { slug });
  const { id } = await house.db.enrolment.findFirstOrThrow({ where: { personId: kept.personId } });
  const at = world.current.clock.now();
  await house.db.completion.create({
    data: { id: newId(), enrolmentId: id, completedAt: at, completedOn: at, scorePercent: 90 },
  });
  world.current.clock.set('2026-11-26T09:00:00Z');
  await enrolCoach(house.as(absorbed), { slug });
  const unionId = await house.merge(kept, absorbed);
  expect((await house.db.enrolment.findUniqueOrThrow({ where: { id } })).round).toBe(2);
  expect(await roundsOf(slug, people)).toEqual([
    [0, 2],
    [0, 1],
  ]);
  await partRecords(house.as(house.secondRegistrar), { unionId, reason: 'They are two' });
  expect(await roundsOf(slug, people)).toEqual([
    [0, 1],
    [1, 1],
  ]);
});

test('rows that name a person are found by their index, where few of them do', async () => {
  const { personId } = await house.record('Индекс');
  const ofPerson = (table: string) => Prisma.sql`
    SELECT 1 FROM ${Prisma.raw(table)} t WHERE t.person_id = ${personId}::uuid`;
  const known = Prisma.sql`SELECT 1 FROM former_holder f WHERE f.until > ${world.current.clock.now()}::timestamptz`;
  const small = { smallTablesToo: true };
  for (const table of ['import_row', 'import_pair'])
    expect(await planOf(house, ofPerson(table), small)).toContain(`${table}_person_id_idx`);
  expect(await planOf(house, known, small)).toContain('former_holder_until_idx');
});
