import { Prisma } from '~/platform/db/client';

const { sql } = Prisma;

/** The last day of a period, and when its window opens and its grace ends, as SQL over `p`. */
export type PeriodDates = Readonly<Record<'until' | 'windowOpens' | 'graceUntil', Prisma.Sql>>;

/** Days of a pause `z`, as rules/licence-standing.ts counts them. */
export const PAUSED_DAYS = sql`greatest(0, least(z.until, coalesce(z.ended_on - 1, z.until)) - z."from" + 1)`;

/** Of a period whose clock stood still for so many days. */
const movedBy = (days: Prisma.Sql): PeriodDates => ({
  until: sql`(p.until + ${days})`,
  windowOpens: sql`(p.window_opens + ${days})`,
  graceUntil: sql`(p.grace_until + ${days})`,
});

/** As everything stands now; the index of last days has the same words. */
export const STANDING: PeriodDates = movedBy(sql`p.paused_days`);

/** Of a period whose clock stood still for `z.days`. */
export const MOVED: PeriodDates = movedBy(sql`z.days`);

type Asked = {
  /** The day asked for, as an expression over the period `p`. */
  day: Prisma.Sql;
  /** Where `p`, and `z` for moved dates, come from. */
  source?: Prisma.Sql;
  dates?: PeriodDates;
  /** Only what was recorded until this moment; everything unless given. */
  knownAt?: Date;
  /** An owner has changed since that moment. */
  isMoved?: boolean;
  /** Further tables, joined to the period `p` and the award `q`. */
  joined?: Prisma.Sql;
};

/** A moment; `isMoved`: a joining or parting has changed an owner since, so that owners of then are asked for, which takes longer. */
export type Known = { at: Date; isMoved: boolean };

const knownOf = ({ knownAt, isMoved = false }: Pick<Asked, 'knownAt' | 'isMoved'>): Known | null =>
  knownAt ? { at: knownAt, isMoved } : null;

/** Whose the award `q` is, as it was known at the moment. */
export const holderKnown = ({ at, isMoved }: Known): Prisma.Sql =>
  isMoved ? sql`holder_known(q.id, q.person_id, ${at}::timestamptz)` : sql`q.person_id`;

/** Where the live conditions `c` of the holder of `q` come from. */
export function componentsOf(known: Known | null): Prisma.Sql {
  if (!known) return sql`component c WHERE c.person_id = q.person_id`;
  const recorded = sql`c.recorded_at <= ${known.at}::timestamptz`;
  return known.isMoved
    ? sql`components_known(${holderKnown(known)}, ${known.at}::timestamptz) c WHERE ${recorded}`
    : sql`component c WHERE c.person_id = q.person_id AND ${recorded}`;
}

/** Whether a fact that another one may end counts on a day; an end that was recorded later is not known yet. */
function standing(name: string, end: { on: string; at: string }, knownAt: Date | undefined): Prisma.Sql {
  const [row, on, at] = [Prisma.raw(name), Prisma.raw(end.on), Prisma.raw(end.at)];
  if (!knownAt) return sql`(${row}.${on} IS NULL OR ${row}.${on} > t.today)`;
  const known = sql`${row}.recorded_at <= ${knownAt}::timestamptz`;
  return sql`(${row}.${at} <= ${knownAt}::timestamptz AND ${row}.${on} <= t.today) IS NOT TRUE AND ${known}`;
}

/**
 * The period `p` of every award `q` that counts on a day, with its state: the same words as rules/licence-standing.ts,
 * held to them by a test. Gives a FROM and the beginning of its WHERE: `t.today`, `m.missing`, `d.reason` of a
 * suspension, `s.state`.
 */
export function licencesOn(asked: Asked): Prisma.Sql {
  const { day, source = sql`licence_period p`, dates = STANDING, knownAt, joined = Prisma.empty } = asked;
  const known = (row: string) =>
    knownAt ? sql`AND ${Prisma.raw(row)}.recorded_at <= ${knownAt}::timestamptz` : Prisma.empty;
  return sql`
  ${source}
  JOIN qualification q ON q.id = p.qualification_id
  ${joined}
  CROSS JOIN LATERAL (SELECT ${day} AS today) t
  CROSS JOIN LATERAL (SELECT ARRAY(
    SELECT k FROM unnest(p.components) k
    WHERE NOT EXISTS (SELECT 1 FROM ${componentsOf(knownOf(asked))} AND c.kind = k
                        AND c.until >= t.today AND c."from" <= t.today)) AS missing) m
  CROSS JOIN LATERAL (SELECT CASE
    WHEN EXISTS (SELECT 1 FROM suspension s WHERE s.qualification_id = q.id AND s."from" <= t.today
                   AND ${standing('s', { on: 'lifted_on', at: 'lifted_at' }, knownAt)}) THEN 'disciplinary'
    WHEN cardinality(m.missing) > 0 THEN 'automatic'
    WHEN EXISTS (SELECT 1 FROM pause u WHERE u.period_id = p.id AND t.today BETWEEN u."from" AND u.until
                   AND ${standing('u', { on: 'ended_on', at: 'ended_at' }, knownAt)}) THEN 'paused' END AS reason) d
  CROSS JOIN LATERAL (SELECT CASE
    WHEN EXISTS (SELECT 1 FROM revocation r WHERE r.qualification_id = q.id AND r.effective_on <= t.today
                   AND ${standing('r', { on: 'annulled_on', at: 'annulled_at' }, knownAt)}) THEN 'revoked'
    WHEN EXISTS (SELECT 1 FROM surrender w WHERE w.qualification_id = q.id AND w.effective_on <= t.today
                   ${known('w')}) THEN 'surrendered'
    WHEN t.today < p."from" THEN 'future'
    WHEN t.today > ${dates.graceUntil} AND t.today > ${dates.until} THEN 'lapsed'
    WHEN t.today > ${dates.until} THEN 'grace'
    WHEN d.reason IS NOT NULL THEN 'suspended'
    WHEN t.today >= ${dates.windowOpens} THEN 'renewable'
    ELSE 'active' END AS state) s
  WHERE (p.no = 1 OR p."from" <= t.today) ${known('p')} ${known('q')}
    AND NOT EXISTS (SELECT 1 FROM licence_period n
                    WHERE n.qualification_id = p.qualification_id AND n.no > p.no AND n."from" <= t.today
                      ${known('n')})`;
}
