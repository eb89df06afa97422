import { Prisma } from '~/platform/db/client';

type Asked = {
  /** The day asked for, as an expression over the period `p`. */
  day: Prisma.Sql;
  /** Only what was recorded until this moment; everything unless given. */
  knownAt?: Date;
  /** Further tables, joined to the period `p` and the award `q`. */
  joined?: Prisma.Sql;
};

/**
 * The period `p` of every award `q` that counts on a day, with its state: the same words as rules/licence-standing.ts,
 * held to them by a test. Gives a FROM and the beginning of its WHERE: `t.today`, `m.missing`, `d.disciplinary`, `s.state`.
 */
export function licencesOn({ day, knownAt, joined = Prisma.empty }: Asked): Prisma.Sql {
  const known = (row: Prisma.Sql) =>
    knownAt ? Prisma.sql`AND ${row}.recorded_at <= ${knownAt}::timestamptz` : Prisma.empty;
  const lifted = knownAt
    ? Prisma.sql`s.lifted_at <= ${knownAt}::timestamptz AND s.lifted_on <= t.today`
    : Prisma.sql`s.lifted_on <= t.today`;
  return Prisma.sql`
  licence_period p
  JOIN qualification q ON q.id = p.qualification_id
  ${joined}
  CROSS JOIN LATERAL (SELECT ${day} AS today) t
  CROSS JOIN LATERAL (SELECT ARRAY(
    SELECT k FROM unnest(p.components) k
    WHERE NOT EXISTS (SELECT 1 FROM component c WHERE c.person_id = q.person_id AND c.kind = k
                        AND c.until >= t.today AND c."from" <= t.today ${known(Prisma.sql`c`)})) AS missing) m
  CROSS JOIN LATERAL (SELECT EXISTS (
    SELECT 1 FROM suspension s WHERE s.qualification_id = q.id AND s."from" <= t.today
      AND (${lifted}) IS NOT TRUE ${known(Prisma.sql`s`)}) AS disciplinary) d
  CROSS JOIN LATERAL (SELECT CASE
    WHEN EXISTS (SELECT 1 FROM revocation r WHERE r.qualification_id = q.id AND r.effective_on <= t.today
                   ${known(Prisma.sql`r`)}) THEN 'revoked'
    WHEN t.today < p."from" THEN 'future'
    WHEN t.today > p.grace_until THEN 'lapsed'
    WHEN t.today > p.until THEN 'grace'
    WHEN d.disciplinary OR cardinality(m.missing) > 0 THEN 'suspended'
    WHEN t.today >= p.window_opens THEN 'renewable'
    ELSE 'active' END AS state) s
  WHERE (p.no = 1 OR p."from" <= t.today) ${known(Prisma.sql`p`)} ${known(Prisma.sql`q`)}
    AND NOT EXISTS (SELECT 1 FROM licence_period n
                    WHERE n.qualification_id = p.qualification_id AND n.no > p.no AND n."from" <= t.today
                      ${known(Prisma.sql`n`)})`;
}
