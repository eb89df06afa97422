import { z } from 'zod';
import type { Ctx, Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import type { MovedRow } from '../types';
import { backEnrolments, moveEnrolments } from './enrolments.server';
import type { Way } from './move-rows.server';

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

/** The open place, where the receiver has none. */
async function moveAffiliation(db: Db, { from, to }: Way): Promise<MovedRow[]> {
  if ((await db.affiliation.count({ where: { personId: to, endedAt: null } })) > 0) return [];
  const open = await db.affiliation.findMany({
    where: { personId: from, endedAt: null },
    select: { id: true },
  });
  const ids = open.map(({ id }) => id);
  await db.affiliation.updateMany({ where: { id: { in: ids } }, data: { personId: to } });
  return ids.map((rowId) => ({ kind: 'affiliation', rowId, was: null }));
}

/** The place comes back, and is open again where the receiver has no other, though the kept person moved on since. */
async function backAffiliation({ db, clock }: Ctx, { to }: Way, moved: readonly MovedRow[]): Promise<void> {
  for (const { kind, rowId } of moved) {
    if (kind !== 'affiliation') continue;
    const hasOther = (await db.affiliation.count({ where: { personId: to, endedAt: null } })) > 0;
    const { endedAt } = await db.affiliation.findUniqueOrThrow({ where: { id: rowId } });
    await db.affiliation.update({
      where: { id: rowId },
      data: { personId: to, endedAt: hasOther ? (endedAt ?? clock.now()) : null },
    });
  }
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
    ...(await moveAffiliation(db, way)),
    ...(await joinPersons(db, way)),
  ];
}

/**
 * The same for what was written to the giver since. A round that went before keeps where it was then. `before`: the moves
 * until now.
 */
export async function moveLaterRows(db: Db, way: Way, before: readonly MovedRow[]): Promise<MovedRow[]> {
  const given = new Set(before.filter(({ kind }) => kind === 'enrolment').map(({ rowId }) => rowId));
  return [
    ...(await moveEnrolments(db, way)).filter(({ kind, rowId }) => kind !== 'round' || !given.has(rowId)),
    ...(await moveIdentity(db, way)),
    ...(await moveAffiliation(db, way)),
  ];
}

/** `since`: the moment of the joining, where what whoever signs in wrote after it goes back as well. */
export async function moveSpecialBack(
  tx: Ctx,
  way: Way,
  moved: readonly MovedRow[],
  since: Date | null,
): Promise<void> {
  const { db } = tx;
  await clearEntries(db, way);
  await backEnrolments(db, way, moved, since);
  await backIdentity(db, way, moved);
  await backAffiliation(tx, way, moved);
  await backPersons(db, moved);
}
