import { z } from 'zod';
import type { Ctx, Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { FASTEST, PACE_SLACK_SECONDS } from '../rules/watching';

export type WatchedWrite = {
  personId: string;
  versionId: string;
  lessonId: string;
  /** Text of an int4multirange and how many seconds it holds. */
  watched: string;
  seconds: number;
  positionSec: number;
  at: Date;
  /** A session that must live still for anything to be written; null where that is known. */
  sessionId: string | null;
};

/** SQL for the seconds that ranges hold. */
const lengthOf = (ranges: string) =>
  `(SELECT coalesce(sum(upper(r) - lower(r)), 0)::int FROM unnest(${ranges}) r)`;

/** SQL for whether the session `id` may act `at` a moment. */
const isLive = (id: string, at: string) =>
  `EXISTS (SELECT FROM live_session s WHERE s.id = ${id}::text AND s.expires_at > ${at}::timestamptz)`;

/** Every value is cast, because inside a transaction the statement goes another way. */
const MERGE = {
  name: 'learning-merge-watched',
  text: `
    INSERT INTO lesson_progress AS p (enrolment_id, lesson_id, watched, position_sec, started_at, updated_at, checked)
    SELECT e.id, $3::uuid, $4::text::int4multirange, $6::int, $7::timestamptz, $7::timestamptz, '{}'
    FROM (SELECT id FROM enrolment WHERE person_id = $1::uuid AND course_version_id = $2::uuid
          ORDER BY round DESC LIMIT 1) e
    WHERE ($8::text IS NULL OR ${isLive('$8', '$7')})
      AND ($5::int <= ${PACE_SLACK_SECONDS}
        OR EXISTS (SELECT 1 FROM lesson_progress o WHERE o.enrolment_id = e.id AND o.lesson_id = $3::uuid))
    ON CONFLICT (enrolment_id, lesson_id) DO UPDATE
    SET watched = coalesce(p.watched, '{}') + excluded.watched, position_sec = excluded.position_sec,
      updated_at = greatest(p.updated_at, excluded.updated_at)
    WHERE ${lengthOf("coalesce(p.watched, '{}') + excluded.watched")}
      <= ${FASTEST} * greatest(0, extract(epoch FROM excluded.updated_at - p.started_at)) + ${PACE_SLACK_SECONDS}
    RETURNING p.enrolment_id AS "enrolmentId", ${lengthOf('p.watched')} AS "watchedSec", p.done_at IS NOT NULL AS done`,
};

const watchedRow = z.object({ enrolmentId: z.string(), watchedSec: z.number(), done: z.boolean() });
export type WatchedRow = z.infer<typeof watchedRow>;

/**
 * Merges watched seconds into the newest round of the version, in one statement. Null: not enrolled, or more seconds
 * than the time since the lesson was opened allows, or the session has ended; nothing is written then.
 */
export async function mergeWatched(ctx: Ctx, write: WatchedWrite): Promise<WatchedRow | null> {
  const { personId, versionId, lessonId, watched, seconds, positionSec, at, sessionId } = write;
  const values = [personId, versionId, lessonId, watched, seconds, positionSec, at, sessionId];
  const [row] = await ctx.query(MERGE, values);
  return row === undefined ? null : watchedRow.parse(row);
}

const SESSION = { name: 'learning-session-is-live', text: `SELECT ${isLive('$1', '$2')} AS live` };

/** Whether a session lives at the moment. */
export async function isSessionLive({ query }: Ctx, sessionId: string, at: Date): Promise<boolean> {
  const [row] = await query<{ live: boolean }>(SESSION, [sessionId, at]);
  return row?.live ?? false;
}

/** When an opened lesson was opened, and how much of it would be watched together with `watched`. */
export async function findPace(db: Db, enrolmentId: string, lessonId: string, watched: string) {
  const [row] = await db.$queryRaw<{ startedAt: Date; watchedSec: number }[]>(Prisma.sql`
    SELECT p.started_at AS "startedAt", (SELECT coalesce(sum(upper(r) - lower(r)), 0)::int
        FROM unnest(coalesce(p.watched, '{}') + ${watched}::int4multirange) r) AS "watchedSec"
    FROM lesson_progress p WHERE p.enrolment_id = ${enrolmentId}::uuid AND p.lesson_id = ${lessonId}::uuid`);
  if (!row) throw new Error('A lesson that was opened vanished');
  return row;
}

/** Notes that a lesson was opened, the first time. */
export async function noteOpened(db: Db, enrolmentId: string, lessonId: string, at: Date): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    INSERT INTO lesson_progress (enrolment_id, lesson_id, started_at, updated_at, checked)
    VALUES (${enrolmentId}::uuid, ${lessonId}::uuid, ${at}::timestamptz, ${at}::timestamptz, '{}') ON CONFLICT DO NOTHING`);
}

export type DoneWrite = {
  enrolmentId: string;
  lessonIds: readonly string[];
  at: Date;
  isDone: boolean;
  checked?: readonly number[];
};

/** Keeps ticked items and, with `isDone`, the first moment the lessons were done. Done lessons stay done. */
export async function saveDone(
  db: Db,
  { enrolmentId, lessonIds, at, isDone, checked }: DoneWrite,
): Promise<void> {
  const done = isDone ? at : null;
  const items = checked ? [...checked] : null;
  await db.$executeRaw(Prisma.sql`
    INSERT INTO lesson_progress AS p (enrolment_id, lesson_id, started_at, updated_at, checked, done_at)
    SELECT ${enrolmentId}::uuid, l, ${at}::timestamptz, ${at}::timestamptz, coalesce(${items}::int[], '{}'), ${done}::timestamptz
    FROM unnest(${[...lessonIds]}::uuid[]) l
    ON CONFLICT (enrolment_id, lesson_id) DO UPDATE
    SET checked = coalesce(${items}::int[], p.checked), done_at = coalesce(p.done_at, excluded.done_at), updated_at = excluded.updated_at`);
}

/** Everything about one person's progress, for the export of own data. */
export const listProgress = (db: Db, personId: string) =>
  db.$queryRaw<Record<string, unknown>[]>(Prisma.sql`
    SELECT e.course_id AS course, e.round, e.enrolled_at AS "enrolledAt", p.lesson_id AS lesson, p.watched::text AS watched,
      p.position_sec AS "positionSec", p.started_at AS "startedAt", p.updated_at AS "updatedAt", p.checked, p.done_at AS "doneAt"
    FROM enrolment e LEFT JOIN lesson_progress p ON p.enrolment_id = e.id
    WHERE e.person_id = ${personId}::uuid ORDER BY e.enrolled_at, p.started_at`);
