import { z } from 'zod';
import type { Db } from '~/platform/context';
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

/** Every round of both in the courses, in the order in which they were begun. */
const roundsIn = (db: Db, personIds: readonly string[], courseIds: readonly string[]) =>
  db.enrolment.findMany({
    where: { personId: { in: [...personIds] }, courseId: { in: [...courseIds] } },
    orderBy: [{ enrolledAt: 'asc' }, { id: 'asc' }],
    include: { completion: { select: { enrolmentId: true } }, progress: { select: { doneAt: true } } },
  });
type Round = Awaited<ReturnType<typeof roundsIn>>[number];

/** How far a round is: a completed one is further than any other. */
const reachOf = ({ completion, progress }: Round): number =>
  completion ? Number.POSITIVE_INFINITY : progress.filter(({ doneAt }) => doneAt !== null).length;

/** In the order begun, but the newest rounds of both come last, the one that is further behind the other. */
function inOrder(rounds: readonly Round[]): Round[] {
  const newest = new Map<string, Round>();
  for (const each of rounds)
    if (each.round >= (newest.get(each.personId)?.round ?? 0)) newest.set(each.personId, each);
  const last = rounds.filter((each) => newest.get(each.personId) === each);
  const [one, two] = last;
  const isBehind = one && two && reachOf(one) > reachOf(two);
  return [...rounds.filter((each) => !last.includes(each)), ...(isBehind ? [two, one] : last)];
}

/** The rounds of both in every course that the giver studied, numbered anew. */
export async function moveEnrolments(db: Db, { from, to }: Way): Promise<MovedRow[]> {
  const courses = await db.enrolment.findMany({ where: { personId: from }, select: { courseId: true } });
  const courseIds = [...new Set(courses.map(({ courseId }) => courseId))];
  const rounds = await roundsIn(db, [from, to], courseIds);
  const changed = courseIds.flatMap((courseId) =>
    inOrder(rounds.filter((row) => row.courseId === courseId))
      .map((row, at) => ({ row, now: { id: row.id, personId: to, round: at + 1 } }))
      .filter(({ row, now }) => row.personId !== to || row.round !== now.round),
  );
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

/** Rounds begun after the joining go along, behind those that the receiver has in the course. */
async function passLater(db: Db, { from, to }: Way, since: Date): Promise<void> {
  const later = await db.enrolment.findMany({
    where: { personId: from, enrolledAt: { gt: since } },
    orderBy: [{ enrolledAt: 'asc' }, { id: 'asc' }],
  });
  for (const { id, courseId } of later) {
    const last = await db.enrolment.findFirst({
      where: { personId: to, courseId },
      orderBy: { round: 'desc' },
      select: { round: true },
    });
    await db.enrolment.update({ where: { id }, data: { personId: to, round: (last?.round ?? 0) + 1 } });
  }
}

/** Where each was; one that was begun on the absorbed record after its rounds had gone gets the next free number. */
async function freeRounds(db: Db, rounds: readonly MovedRow[]): Promise<Numbered[]> {
  const was = new Map(rounds.map((row) => [row.rowId, roundBefore.parse(row.was)]));
  const begun = await db.enrolment.findMany({
    where: { id: { in: [...was.keys()] } },
    orderBy: [{ enrolledAt: 'asc' }, { id: 'asc' }],
    select: { id: true, courseId: true },
  });
  const taken = new Set<string>();
  return begun.flatMap(({ id, courseId }) => {
    const before = was.get(id);
    if (!before) return [];
    const { personId } = before;
    let { round } = before;
    while (taken.has(`${personId} ${courseId} ${round}`)) round += 1;
    taken.add(`${personId} ${courseId} ${round}`);
    return [{ id, personId, round }];
  });
}

/** A round that was moved goes where it was, though its number was changed again since. */
export async function backEnrolments(
  db: Db,
  way: Way,
  moved: readonly MovedRow[],
  since: Date | null,
): Promise<void> {
  const given = new Set(moved.filter(({ kind }) => kind === 'enrolment').map(({ rowId }) => rowId));
  const rounds = moved.filter(
    ({ kind, rowId }) => kind === 'enrolment' || (kind === 'round' && !given.has(rowId)),
  );
  await writeRounds(db, await freeRounds(db, rounds));
  if (since) await passLater(db, way, since);
}
