import { z } from 'zod';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { likeText } from '~/platform/db/like-text.server';
import type { LocalDate } from '~/platform/local-date';
import { LICENCE_FIGURES, type LicenceCount } from '../types';
import { holderKnown, licencesOn, MOVED, PAUSED_DAYS } from './licences-on.server';

export type CountChoice = {
  levelId: string;
  on: LocalDate;
  /** The zone in which `on` ends. */
  zone: string;
  knownAt: Date;
  /** A place and everything below it; '/' = wherever the holders are. */
  path: string;
  /** Some award or condition has changed its owner since the moment. */
  isMoved?: boolean;
};

const { sql } = Prisma;

/**
 * Where the holder belonged at the end of the day, as known at the moment; whoever's place was written down only later
 * counts at the first place that was.
 */
const placeOn = ({ on, zone, knownAt, isMoved = false }: CountChoice): Prisma.Sql => sql`coalesce(
    (SELECT h.path FROM holder_place h WHERE h.person_id = ${holderKnown({ at: knownAt, isMoved })} AND h.recorded_at <= ${knownAt}::timestamptz
       AND h.recorded_at < ((${on}::date + 1)::timestamp AT TIME ZONE ${zone}::text) ORDER BY h.recorded_at DESC, h.id DESC LIMIT 1),
    (SELECT h.path FROM holder_place h WHERE h.person_id = ${holderKnown({ at: knownAt, isMoved })} AND h.recorded_at <= ${knownAt}::timestamptz
       ORDER BY h.recorded_at, h.id LIMIT 1), '/')`;

/** Whose award was ever that of somebody who belonged there, by the index of places; where they belonged on the day is asked of these alone. */
const everWithin = (path: string): Prisma.Sql =>
  path === '/'
    ? sql`true`
    : sql`q.person_id IN (SELECT e.person_id FROM holder_place e WHERE e.path LIKE ${`${likeText(path)}%`}
        UNION SELECT o.person_id FROM former_holder was JOIN qualification o ON o.id = was.row_id
        WHERE was.person_id IN (SELECT e.person_id FROM holder_place e WHERE e.path LIKE ${`${likeText(path)}%`}))`;

/** The period with the days on which its clock stood still, as known at the moment: an end is not known before it was recorded. */
const clocks = (knownAt: Date): Prisma.Sql => sql`
  licence_period p CROSS JOIN LATERAL (
    SELECT coalesce(sum(${PAUSED_DAYS}), 0)::int AS days FROM (
      SELECT u."from", u.until, CASE WHEN u.ended_at <= ${knownAt}::timestamptz THEN u.ended_on END AS ended_on
      FROM pause u WHERE u.period_id = p.id AND u.recorded_at <= ${knownAt}::timestamptz) z) z`;

/** Within its dates: only such a licence lacks a component or ends soon. */
const RUNNING = sql`s.state IN ('active', 'renewable', 'suspended')`;

const countOf = (condition: Prisma.Sql): Prisma.Sql => sql`count(*) FILTER (WHERE ${condition})::int`;
const stateCount = (state: string): Prisma.Sql => countOf(sql`state = ${state}`);
const endingCount = (days: number, on: LocalDate): Prisma.Sql =>
  countOf(sql`ends BETWEEN ${on}::date AND ${on}::date + ${days}::int`);

/** One pass: every licence of the level that had begun by the day, once, at one place and in one state. */
export function licenceCounts(choice: CountChoice): Prisma.Sql {
  const { levelId, on, knownAt, path, isMoved = false } = choice;
  const newYear = `${on.slice(0, 4)}-01-01`;
  const known = sql`AND f.recorded_at <= ${knownAt}::timestamptz`;
  const follows = sql`EXISTS (SELECT 1 FROM licence_period f
    WHERE f.qualification_id = p.qualification_id AND f.no > p.no ${known})`;
  return sql`
    WITH counted AS MATERIALIZED (
      SELECT w.place, s.state, CASE WHEN ${RUNNING} THEN m.missing ELSE '{}' END AS missing,
        q.awarded_on BETWEEN ${newYear}::date AND ${on}::date AS awarded,
        (SELECT count(*) FROM licence_period f WHERE f.qualification_id = q.id AND f.no > 1
           AND f."from" BETWEEN ${newYear}::date AND ${on}::date ${known}) AS renewed,
        CASE WHEN ${RUNNING} AND NOT ${follows} THEN ${MOVED.until} END AS ends
      FROM ${licencesOn({
        ...{ source: clocks(knownAt), dates: MOVED, day: sql`${on}::date`, knownAt, isMoved },
        joined: sql`CROSS JOIN LATERAL (SELECT ${placeOn(choice)} AS place) w`,
      })}
        AND p."from" <= ${on}::date AND q.level_id = ${levelId}::uuid AND ${everWithin(path)}
        AND w.place LIKE ${`${likeText(path)}%`}
    ), gaps AS (
      SELECT place, json_object_agg(kind, number) AS missing FROM (
        SELECT place, kind, count(*)::int AS number FROM counted, unnest(missing) kind GROUP BY place, kind) each
      GROUP BY place
    )
    SELECT place, ${stateCount('active')} AS active, ${stateCount('renewable')} AS renewable,
      ${stateCount('suspended')} AS suspended, ${stateCount('grace')} AS grace, ${stateCount('lapsed')} AS lapsed,
      ${stateCount('surrendered')} AS surrendered, ${stateCount('revoked')} AS revoked, ${countOf(sql`awarded`)} AS awards, sum(renewed)::int AS renewals,
      ${endingCount(60, on)} AS ending60, ${endingCount(180, on)} AS ending180,
      coalesce((SELECT g.missing FROM gaps g WHERE g.place = counted.place), '{}') AS missing
    FROM counted GROUP BY place ORDER BY place COLLATE "C"`;
}

const figure = z.number().int().min(0);
const rows: z.ZodType<LicenceCount[]> = z.array(
  z.object({
    place: z.string(),
    ...(Object.fromEntries(LICENCE_FIGURES.map((name) => [name, figure])) as Record<
      (typeof LICENCE_FIGURES)[number],
      typeof figure
    >),
    missing: z.record(z.string(), figure),
  }),
);

/** Counts as the owners were known at the moment. */
export async function loadLicenceCounts(db: Db, choice: CountChoice): Promise<LicenceCount[]> {
  const isMoved = (await db.formerHolder.findFirst({ where: { until: { gt: choice.knownAt } } })) !== null;
  return rows.parse(await db.$queryRaw(licenceCounts({ ...choice, isMoved })));
}
