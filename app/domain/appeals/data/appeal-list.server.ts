import { z } from 'zod';
import type { Scope } from '~/domain/licensing/policy';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { reached } from '~/platform/db/like-text.server';
import type { MomentCursor } from '~/platform/moment-cursor';
import { APPEAL_KINDS } from '../types';

const { sql } = Prisma;

export type AppealFilter = { list: 'open' | 'closed'; scope: Scope };

const rowSchema = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(APPEAL_KINDS),
    levelId: z.string(),
    submittedAt: z.date(),
    closedAt: z.date().nullable(),
    outcome: z.enum(['allowed', 'dismissed']).nullable(),
    displayName: z.string(),
    latinName: z.string(),
  }),
);
export type AppealListRow = z.infer<typeof rowSchema>[number];

const from = ({ list, scope }: AppealFilter): Prisma.Sql => sql`
  FROM appeal a JOIN holder h ON h.person_id = a.person_id
  WHERE ${list === 'closed' ? sql`a.closed_at IS NOT NULL` : sql`a.closed_at IS NULL`}
    AND ${reached({ ids: scope.levelIds, paths: scope.paths }, sql`a.level_id`, sql`h.path`)}`;

/** The page after the cursor: open ones oldest first, closed ones last closed first. */
export function appealPage(filter: AppealFilter, after: MomentCursor | null, take: number): Prisma.Sql {
  const isClosed = filter.list === 'closed';
  const key = isClosed ? sql`(a.closed_at, a.id)` : sql`(a.submitted_at, a.id)`;
  const next = after
    ? sql`AND ${key} ${isClosed ? sql`<` : sql`>`} (${after.at}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  const order = isClosed ? sql`a.closed_at DESC, a.id DESC` : sql`a.submitted_at ASC, a.id ASC`;
  return sql`
    SELECT a.id::text AS id, a.kind, a.level_id::text AS "levelId", a.submitted_at AS "submittedAt",
           a.closed_at AS "closedAt", a.outcome, h.display_name AS "displayName", h.latin_name AS "latinName"
    ${from(filter)} ${next} ORDER BY ${order} LIMIT ${take}`;
}

export const findAppealPage = async (
  db: Db,
  filter: AppealFilter,
  after: MomentCursor | null,
  take: number,
): Promise<AppealListRow[]> => rowSchema.parse(await db.$queryRaw(appealPage(filter, after, take)));

/** How many the list has in all. */
export async function countAppeals(db: Db, filter: AppealFilter): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(sql`SELECT count(*)::int AS count ${from(filter)}`);
  return row?.count ?? 0;
}
