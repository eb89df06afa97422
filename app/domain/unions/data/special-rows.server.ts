import { z } from 'zod';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import type { MovedRow } from '../types';
import type { Way } from './move-rows.server';

const roundBefore = z.object({ personId: z.string(), round: z.number() });
type Numbered = { id: string; personId: string; round: number };

/** No round of a course may bear a number twice, not even for a moment. */
const ASIDE = 10_000;

async function writeRounds(db: Db, rounds: readonly Numbered[]): Promise<void> {
  for (const offset of [ASIDE, 0])
    for (const { id, personId, round } of rounds)
      await db.enrolment.update({ where: { id }, data: { personId, round: round + offset } });
}

/** The rounds of both in every course that the giver studied, numbered anew in the order in which they were begun. */
async function moveEnrolments(db: Db, { from, to }: Way): Promise<MovedRow[]> {
  const courses = await db.enrolment.findMany({ where: { personId: from }, select: { courseId: true } });
  const rounds = await db.enrolment.findMany({
    where: { personId: { in: [from, to] }, courseId: { in: courses.map(({ courseId }) => courseId) } },
    orderBy: [{ enrolledAt: 'asc' }, { id: 'asc' }],
  });
  const last = new Map<string, number>();
  const numbered = rounds.map((row) => {
    const round = (last.get(row.courseId) ?? 0) + 1;
    last.set(row.courseId, round);
    return { row, now: { id: row.id, personId: to, round } };
  });
  const changed = numbered.filter(({ row, now }) => row.personId !== to || row.round !== now.round);
  await writeRounds(
    db,
    changed.map(({ now }) => now),
  );
  return changed.map(({ row: { id, personId, round } }) => ({
    kind: personId === from ? 'enrolment' : 'round',
    rowId: id,
    was: { personId, round },
  }));
}

const backEnrolments = (db: Db, moved: readonly MovedRow[]): Promise<void> =>
  writeRounds(
    db,
    moved
      .filter(({ kind }) => kind === 'enrolment' || kind === 'round')
      .map(({ rowId, was }) => ({ id: rowId, ...roundBefore.parse(was) })),
  );

type Identity = Awaited<ReturnType<Db['identity']['findUniqueOrThrow']>>;

const NO_IIN = { iinSealed: null, iinHash: null };
const NO_BIRTH = { birthSealed: null, birthGivenAt: null };
const iinOf = ({ iinSealed, iinHash }: Identity) => ({ iinSealed, iinHash });
const birthOf = ({ birthSealed, birthGivenAt }: Identity) => ({ birthSealed, birthGivenAt });

/** The parts go from one row to the other; the giver's goes first, for a number is nobody else's. */
async function passIdentity(db: Db, giver: Identity, to: string, parts: ReadonlySet<string>): Promise<void> {
  const [hasIin, hasBirth] = [parts.has('iin'), parts.has('birth')];
  const taken = { ...(hasIin ? NO_IIN : {}), ...(hasBirth ? NO_BIRTH : {}) };
  const given = { ...(hasIin ? iinOf(giver) : {}), ...(hasBirth ? birthOf(giver) : {}) };
  await db.identity.update({ where: { personId: giver.personId }, data: taken });
  await db.identity.upsert({
    where: { personId: to },
    create: { personId: to, recordedAt: giver.recordedAt, ...given },
    update: given,
  });
}

/** The number and the birthday, each where the receiver has none; `row` where the receiver had nothing of either. */
async function moveIdentity(db: Db, { from, to }: Way): Promise<MovedRow[]> {
  const theirs = await db.identity.findUnique({ where: { personId: from } });
  const own = await db.identity.findUnique({ where: { personId: to } });
  const parts = new Set<string>();
  if (theirs?.iinHash && !own?.iinHash) parts.add('iin');
  if (theirs?.birthSealed && !own?.birthSealed) parts.add('birth');
  if (!theirs || parts.size === 0) return [];
  await passIdentity(db, theirs, to, parts);
  if (!own) parts.add('row');
  return [...parts].map((rowId) => ({ kind: 'identity', rowId, was: null }));
}

/** A row that the joining made goes once nothing is in it. */
async function backIdentity(db: Db, { from, to }: Way, moved: readonly MovedRow[]): Promise<void> {
  const parts = new Set(moved.filter(({ kind }) => kind === 'identity').map(({ rowId }) => rowId));
  const own = await db.identity.findUnique({ where: { personId: from } });
  if (!own || parts.size === 0) return;
  await passIdentity(db, own, to, parts);
  if (parts.has('row'))
    await db.identity.deleteMany({ where: { personId: from, iinHash: null, birthSealed: null } });
}

/** The absorbed person, and whoever was joined to them before, are found by the kept one. */
async function joinPersons(db: Db, { from, to }: Way): Promise<MovedRow[]> {
  const before = await db.person.findMany({ where: { joinedToId: from }, select: { id: true } });
  const ids = [from, ...before.map(({ id }) => id)];
  await db.person.updateMany({ where: { id: { in: ids } }, data: { joinedToId: to } });
  return ids.map((rowId) => ({ kind: 'person', rowId, was: { joinedToId: rowId === from ? null : from } }));
}

async function backPersons(db: Db, moved: readonly MovedRow[]): Promise<void> {
  const before = z.object({ joinedToId: z.string().nullable() });
  for (const { rowId, was } of moved.filter(({ kind }) => kind === 'person'))
    await db.person.update({ where: { id: rowId }, data: before.parse(was) });
}

/** The public lines of both go; they are made anew when the names of both are told. */
const clearEntries = (db: Db, { from, to }: Way) =>
  db.$executeRaw(Prisma.sql`DELETE FROM register_entry WHERE person_id IN (${from}::uuid, ${to}::uuid)`);

/** What two records may not both have is settled here. */
export async function moveSpecialRows(db: Db, way: Way): Promise<MovedRow[]> {
  await clearEntries(db, way);
  return [
    ...(await moveEnrolments(db, way)),
    ...(await moveIdentity(db, way)),
    ...(await joinPersons(db, way)),
  ];
}

export async function moveSpecialBack(db: Db, way: Way, moved: readonly MovedRow[]): Promise<void> {
  await clearEntries(db, way);
  await backEnrolments(db, moved);
  await backIdentity(db, way, moved);
  await backPersons(db, moved);
}
