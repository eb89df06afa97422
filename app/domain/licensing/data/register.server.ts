import { z } from 'zod';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import type { LocalDate } from '~/platform/local-date';
import type { RegisterFilter } from '../rules/register-query';
import { LICENCE_STATES, type LicenceState } from '../types';
import { registerConditions } from './register-conditions.server';

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

/** The row after which a page begins; `displayName` where it is known as it was then. */
export type RegisterCursor = Pick<RegisterRow, 'periodId' | 'until'> & { displayName?: string };

/** The period of every award that counts today, with its state: the same words as rules/licence-standing.ts. */
const licences = (today: RegisterFilter['today']): Prisma.Sql => Prisma.sql`
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
  WHERE (p.no = 1 OR p."from" <= t.today)
    AND NOT EXISTS (SELECT 1 FROM licence_period n
                    WHERE n.qualification_id = p.qualification_id AND n.no > p.no AND n."from" <= t.today)`;

const NAME = Prisma.sql`h.display_name COLLATE "kk-x-icu"`;

/** Ties of either order are broken by the period, so that pages neither skip nor repeat a row. */
function following({ order }: RegisterFilter, after: RegisterCursor | null): Prisma.Sql {
  if (!after) return Prisma.sql`true`;
  const { until, periodId, displayName } = after;
  if (order === 'until') return Prisma.sql`(p.until, p.id) > (${until}::date, ${periodId}::uuid)`;
  const name = displayName
    ? Prisma.sql`${displayName}::text`
    : Prisma.sql`(SELECT a.display_name FROM licence_period l JOIN qualification w ON w.id = l.qualification_id
    JOIN holder a ON a.person_id = w.person_id WHERE l.id = ${periodId}::uuid)`;
  return Prisma.sql`${NAME} >= ${name} AND (${NAME} > ${name} OR p.id > ${periodId}::uuid)`;
}

const orderOf = ({ order }: RegisterFilter): Prisma.Sql =>
  order === 'name' ? Prisma.sql`${NAME} ASC, p.id ASC` : Prisma.sql`p.until ASC, p.id ASC`;

/** The page after the cursor: what ends first stands first, or names in the order of Kazakh. */
export const registerPage = (
  filter: RegisterFilter,
  after: RegisterCursor | null,
  take: number,
): Prisma.Sql => Prisma.sql`
    SELECT p.id::text AS "periodId", q.id::text AS "qualificationId", q.person_id::text AS "personId",
           q.level_id::text AS "levelId", h.display_name AS "displayName", h.latin_name AS "latinName",
           h.organisation_id::text AS "organisationId", p."from"::text AS "from", p.until::text AS until, s.state, m.missing,
           CASE WHEN s.state <> 'suspended' THEN NULL WHEN d.disciplinary THEN 'disciplinary' ELSE 'automatic' END AS reason
    FROM ${licences(filter.today)} AND ${registerConditions(filter)} AND ${following(filter, after)}
    ORDER BY ${orderOf(filter)} LIMIT ${take}`;

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

/** How many rows the filter has, counted up to a limit. */
export const registerCount = (filter: RegisterFilter, limit: number): Prisma.Sql => Prisma.sql`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM ${licences(filter.today)} AND ${registerConditions(filter)} LIMIT ${limit}) counted`;

export async function countRegister(db: Db, filter: RegisterFilter, limit: number): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(registerCount(filter, limit));
  return row?.count ?? 0;
}
