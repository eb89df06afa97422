import { z } from 'zod';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { likeText, reached } from '~/platform/db/like-text.server';
import type { LocalDate } from '~/platform/local-date';
import type { Scope } from '../policy';
import { LICENCE_STATES, type LicenceState } from '../types';

export type RegisterRow = {
  periodId: string;
  qualificationId: string;
  personId: string;
  levelId: string;
  displayName: string;
  latinName: string;
  organisationId: string | null;
  from: LocalDate;
  until: LocalDate;
  state: LicenceState;
  reason: 'disciplinary' | 'automatic' | null;
  missing: string[];
};

export type RegisterFilter = {
  state: 'current' | 'all' | Exclude<LicenceState, 'future' | 'superseded'>;
  levelIds: readonly string[] | null;
  path: string;
  /** Folded. */
  q: string;
  /** Last days between these two, inclusive. */
  until: { from: LocalDate; to: LocalDate } | null;
  /** A component that is not live; 'any' = at least one. */
  missing: string;
  scope: Scope;
  /** Today in each zone that periods are counted in. */
  today: Readonly<Record<string, LocalDate>>;
};

export type RegisterCursor = { until: LocalDate; periodId: string };

/** The period of every award that counts today, with its state: the same words as rules/licence-standing.ts. */
const licences = (today: RegisterFilter['today'], periods: Prisma.Sql): Prisma.Sql => Prisma.sql`
  licence_period p
  JOIN qualification q ON q.id = p.qualification_id
  JOIN holder h ON h.person_id = q.person_id
  CROSS JOIN LATERAL (SELECT (${JSON.stringify(today)}::jsonb ->> p.zone)::date AS today) t
  CROSS JOIN LATERAL (SELECT ARRAY(
    SELECT k FROM unnest(p.components) k
    WHERE NOT EXISTS (SELECT 1 FROM component c WHERE c.person_id = q.person_id AND c.kind = k
                        AND c.until >= t.today AND c."from" <= t.today)) AS missing) m
  CROSS JOIN LATERAL (SELECT EXISTS (
    SELECT 1 FROM suspension s WHERE s.qualification_id = q.id AND s."from" <= t.today
      AND (s.lifted_on IS NULL OR s.lifted_on > t.today)) AS disciplinary) d
  CROSS JOIN LATERAL (SELECT CASE
    WHEN EXISTS (SELECT 1 FROM revocation r WHERE r.qualification_id = q.id AND r.effective_on <= t.today) THEN 'revoked'
    WHEN t.today < p."from" THEN 'future'
    WHEN t.today > p.grace_until THEN 'lapsed'
    WHEN t.today > p.until THEN 'grace'
    WHEN d.disciplinary OR cardinality(m.missing) > 0 THEN 'suspended'
    WHEN t.today >= p.window_opens THEN 'renewable'
    ELSE 'active' END AS state) s
  WHERE ${periods}
    AND (p.no = 1 OR p."from" <= t.today)
    AND NOT EXISTS (SELECT 1 FROM licence_period n
                    WHERE n.qualification_id = p.qualification_id AND n.no > p.no AND n."from" <= t.today)`;

function conditions(filter: RegisterFilter): Prisma.Sql {
  const parts = [
    reached(
      { ids: filter.scope.levelIds, paths: filter.scope.paths },
      Prisma.sql`q.level_id`,
      Prisma.sql`h.path`,
    ),
  ];
  const { until } = filter;
  if (until) parts.push(Prisma.sql`p.until BETWEEN ${until.from}::date AND ${until.to}::date`);
  if (filter.levelIds) parts.push(Prisma.sql`q.level_id = ANY(${[...filter.levelIds]}::uuid[])`);
  if (filter.path) parts.push(Prisma.sql`h.path LIKE ${`${likeText(filter.path)}%`}`);
  if (filter.q) parts.push(Prisma.sql`h.folded_names LIKE ${`%${likeText(filter.q)}%`}`);
  if (filter.missing === 'any') parts.push(Prisma.sql`cardinality(m.missing) > 0`);
  else if (filter.missing) parts.push(Prisma.sql`${filter.missing} = ANY(m.missing)`);
  if (filter.state === 'current') parts.push(Prisma.sql`s.state NOT IN ('revoked', 'lapsed')`);
  else if (filter.state !== 'all') parts.push(Prisma.sql`s.state = ${filter.state}`);
  return Prisma.join(parts, ' AND ');
}

/** The page after the cursor, by last day; what ends first stands first. */
export function registerPage(filter: RegisterFilter, after: RegisterCursor | null, take: number): Prisma.Sql {
  const next = after
    ? Prisma.sql`(p.until, p.id) > (${after.until}::date, ${after.periodId}::uuid)`
    : Prisma.sql`true`;
  return Prisma.sql`
    SELECT p.id::text AS "periodId", q.id::text AS "qualificationId", q.person_id::text AS "personId",
           q.level_id::text AS "levelId", h.display_name AS "displayName", h.latin_name AS "latinName",
           h.organisation_id::text AS "organisationId", p."from"::text AS "from", p.until::text AS until, s.state, m.missing,
           CASE WHEN s.state <> 'suspended' THEN NULL WHEN d.disciplinary THEN 'disciplinary' ELSE 'automatic' END AS reason
    FROM ${licences(filter.today, next)} AND ${conditions(filter)}
    ORDER BY p.until ASC, p.id ASC LIMIT ${take}`;
}

const rowSchema: z.ZodType<RegisterRow[]> = z.array(
  z.object({
    periodId: z.string(),
    qualificationId: z.string(),
    personId: z.string(),
    levelId: z.string(),
    displayName: z.string(),
    latinName: z.string(),
    organisationId: z.string().nullable(),
    from: z.string(),
    until: z.string(),
    state: z.enum(LICENCE_STATES),
    reason: z.enum(['disciplinary', 'automatic']).nullable(),
    missing: z.array(z.string()),
  }),
);

export const findRegisterPage = async (
  db: Db,
  filter: RegisterFilter,
  after: RegisterCursor | null,
  take: number,
): Promise<RegisterRow[]> => rowSchema.parse(await db.$queryRaw(registerPage(filter, after, take)));

/** How many rows the filter has in all. */
export async function countRegister(db: Db, filter: RegisterFilter): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(
    Prisma.sql`SELECT count(*)::int AS count FROM ${licences(filter.today, Prisma.sql`true`)} AND ${conditions(filter)}`,
  );
  return row?.count ?? 0;
}
