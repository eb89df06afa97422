import { z } from 'zod';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import type { LocalDate } from '~/platform/local-date';
import type { RegisterFilter } from '../rules/register-query';
import { LICENCE_STATES, type LicenceState, type SuspensionKind } from '../types';
import { licencesOn, STANDING } from './licences-on.server';
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
  reason: SuspensionKind | null;
  missing: string[];
};

/** The row after which a page begins; `displayName` where it is known as it was then. */
export type RegisterCursor = Pick<RegisterRow, 'periodId' | 'until'> & { displayName?: string };

/** The period of every award that counts today, with its holder; today is that of its own zone. */
const licences = (today: RegisterFilter['today']): Prisma.Sql =>
  licencesOn({
    day: Prisma.sql`(${JSON.stringify(today)}::jsonb ->> p.zone)::date`,
    joined: Prisma.sql`JOIN holder h ON h.person_id = q.person_id`,
  });

const NAME = Prisma.sql`h.display_name COLLATE "kk-x-icu"`;

/** Ties of either order are broken by the period, so that pages neither skip nor repeat a row. */
function following({ order }: RegisterFilter, after: RegisterCursor | null): Prisma.Sql {
  if (!after) return Prisma.sql`true`;
  const { until, periodId, displayName } = after;
  if (order === 'until') return Prisma.sql`(${STANDING.until}, p.id) > (${until}::date, ${periodId}::uuid)`;
  const name = displayName
    ? Prisma.sql`${displayName}::text`
    : Prisma.sql`(SELECT a.display_name FROM licence_period l JOIN qualification w ON w.id = l.qualification_id
    JOIN holder a ON a.person_id = w.person_id WHERE l.id = ${periodId}::uuid)`;
  return Prisma.sql`${NAME} >= ${name} AND (${NAME} > ${name} OR p.id > ${periodId}::uuid)`;
}

const pageOrder = ({ order }: RegisterFilter): Prisma.Sql =>
  order === 'name' ? Prisma.sql`${NAME} ASC, p.id ASC` : Prisma.sql`${STANDING.until} ASC, p.id ASC`;

/** The page after the cursor: what ends first stands first, or names in the order of Kazakh. */
export const registerPage = (
  filter: RegisterFilter,
  after: RegisterCursor | null,
  take: number,
): Prisma.Sql => Prisma.sql`
    SELECT p.id::text AS "periodId", q.id::text AS "qualificationId", q.person_id::text AS "personId",
           q.level_id::text AS "levelId", h.display_name AS "displayName", h.latin_name AS "latinName",
           h.organisation_id::text AS "organisationId", p."from"::text AS "from", ${STANDING.until}::text AS until, s.state, m.missing, d.reason
    FROM ${licences(filter.today)} AND ${registerConditions(filter)} AND ${following(filter, after)}
    ORDER BY ${pageOrder(filter)} LIMIT ${take}`;

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
    reason: z.enum(['disciplinary', 'automatic', 'paused']).nullable(),
    missing: z.array(z.string()),
  }),
);

/** What would suspend a licence says nothing of one that ended otherwise. */
const readRow = (row: RegisterRow): RegisterRow => ({
  ...row,
  reason: row.state === 'suspended' ? row.reason : null,
});

export const findRegisterPage = async (
  db: Db,
  filter: RegisterFilter,
  after: RegisterCursor | null,
  take: number,
): Promise<RegisterRow[]> =>
  rowSchema.parse(await db.$queryRaw(registerPage(filter, after, take))).map(readRow);

/** How many rows the filter has, counted up to a limit. */
export const registerCount = (filter: RegisterFilter, limit: number): Prisma.Sql => Prisma.sql`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM ${licences(filter.today)} AND ${registerConditions(filter)} LIMIT ${limit}) counted`;

export async function countRegister(db: Db, filter: RegisterFilter, limit: number): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(registerCount(filter, limit));
  return row?.count ?? 0;
}
