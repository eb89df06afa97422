import type { Ctx, Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import type { RoundRow } from '../rules/standing';

const ROUNDS = `
  SELECT e.id AS "enrolmentId", e.person_id AS "personId", e.course_id AS "courseId",
    e.course_version_id AS "versionId", e.round,
    (SELECT json_build_object('id', c.id, 'completedOn', c.completed_on, 'scorePercent', c.score_percent)
      FROM completion c WHERE c.enrolment_id = e.id) AS completion,
    coalesce((SELECT json_agg(json_build_object('lessonId', p.lesson_id, 'done', p.done_at IS NOT NULL,
        'watchedSec', (SELECT coalesce(sum(upper(r) - lower(r)), 0) FROM unnest(p.watched) r),
        'positionSec', p.position_sec, 'checked', p.checked, 'updatedAt', p.updated_at))
      FROM lesson_progress p WHERE p.enrolment_id = e.id), '[]') AS progress,
    (SELECT count(*)::int FROM quiz_attempt a WHERE a.enrolment_id = e.id AND a.submitted_at IS NOT NULL) AS submitted,
    EXISTS (SELECT 1 FROM quiz_attempt a WHERE a.enrolment_id = e.id AND a.passed) AS passed,
    (SELECT max(a.score_percent) FROM quiz_attempt a WHERE a.enrolment_id = e.id AND a.passed) AS best
  FROM enrolment e`;

const select = (where: Prisma.Sql) =>
  Prisma.sql`${Prisma.raw(ROUNDS)} WHERE ${where} ORDER BY e.course_id, e.round DESC`;

/** Prepared: every page of a course asks for it. */
const NEWEST = {
  name: 'learning-newest-round',
  text: `${ROUNDS} WHERE e.person_id = $1::uuid AND e.course_id = $2::uuid ORDER BY e.round DESC LIMIT 1`,
};

/** All rounds of a person, the newest of each course first. */
export const listRounds = (db: Db, personId: string): Promise<RoundRow[]> =>
  db.$queryRaw<RoundRow[]>(select(Prisma.sql`e.person_id = ${personId}::uuid`));

/** The newest round of a person in a course. */
export async function findRound(
  { query }: Ctx,
  personId: string,
  courseId: string,
): Promise<RoundRow | null> {
  const [row] = await query<RoundRow>(NEWEST, [personId, courseId]);
  return row ?? null;
}

/** The round while nobody else may change its attempts or complete it. Inside a transaction. */
export async function lockRound(db: Db, enrolmentId: string): Promise<RoundRow> {
  await db.$queryRaw(Prisma.sql`SELECT 1 FROM enrolment WHERE id = ${enrolmentId}::uuid FOR UPDATE`);
  const [row] = await db.$queryRaw<RoundRow[]>(select(Prisma.sql`e.id = ${enrolmentId}::uuid`));
  if (!row) throw new Error('An enrolment vanished');
  return row;
}

export type NewEnrolment = {
  id: string;
  personId: string;
  courseId: string;
  courseVersionId: string;
  round: number;
  enrolledAt: Date;
};

/** False when this round was begun before, as by the same form sent twice. */
export async function insertEnrolment(db: Db, row: NewEnrolment): Promise<boolean> {
  const { count } = await db.enrolment.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}

const COURSES = {
  name: 'learning-courses-of-person',
  text: 'SELECT DISTINCT course_id AS "courseId" FROM enrolment WHERE person_id = $1::uuid',
};

/** The courses of a person, each once. */
export async function listCourseIds({ query }: Ctx, personId: string): Promise<string[]> {
  const rows = await query<{ courseId: string }>(COURSES, [personId]);
  return rows.map(({ courseId }) => courseId);
}

export type NewCompletion = {
  id: string;
  enrolmentId: string;
  completedAt: Date;
  completedOn: Date;
  scorePercent: number;
};

/** False when the round was completed before. */
export async function insertCompletion(db: Db, row: NewCompletion): Promise<boolean> {
  const { count } = await db.completion.createMany({ data: [row], skipDuplicates: true });
  return count === 1;
}

export const listCompletions = (db: Db, personId: string) =>
  db.completion.findMany({
    where: { enrolment: { personId } },
    include: { enrolment: true },
    orderBy: { id: 'asc' },
  });
