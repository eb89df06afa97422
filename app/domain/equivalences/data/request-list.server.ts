import { z } from 'zod';
import type { Scope } from '~/domain/licensing/policy';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { reached } from '~/platform/db/like-text.server';
import type { MomentCursor } from '~/platform/moment-cursor';
import { REQUEST_ACTS } from '../types';

const { sql } = Prisma;

export type RequestFilter = { list: 'open' | 'closed'; levelId: string | null; scope: Scope };

const rowSchema = z.array(
  z.object({
    id: z.string(),
    personId: z.string(),
    levelId: z.string(),
    askedAt: z.date(),
    closedAt: z.date().nullable(),
    /** The last act of the office or the coach; null while there is none. */
    act: z.enum(REQUEST_ACTS).nullable(),
  }),
);
export type RequestListRow = z.infer<typeof rowSchema>[number];

const from = ({ list, levelId, scope }: RequestFilter): Prisma.Sql => sql`
  FROM equivalence_request r
  WHERE ${list === 'closed' ? sql`r.closed_at IS NOT NULL` : sql`r.closed_at IS NULL`}
    AND ${levelId === null ? sql`true` : sql`r.level_id = ${levelId}::uuid`}
    AND ${reached({ ids: scope.levelIds, paths: scope.paths }, sql`r.level_id`, sql`r.path`)}`;

/** The page after the cursor: open ones oldest first, closed ones last closed first. */
export function requestPage(filter: RequestFilter, after: MomentCursor | null, take: number): Prisma.Sql {
  const isClosed = filter.list === 'closed';
  const key = isClosed ? sql`(r.closed_at, r.id)` : sql`(r.asked_at, r.id)`;
  const next = after
    ? sql`AND ${key} ${isClosed ? sql`<` : sql`>`} (${after.at}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  const order = isClosed ? sql`r.closed_at DESC, r.id DESC` : sql`r.asked_at ASC, r.id ASC`;
  return sql`
    SELECT r.id::text AS id, r.person_id::text AS "personId", r.level_id::text AS "levelId", r.asked_at AS "askedAt",
           r.closed_at AS "closedAt",
           (SELECT a.act FROM equivalence_request_act a WHERE a.request_id = r.id
            ORDER BY a.recorded_at DESC, a.id DESC LIMIT 1) AS act
    ${from(filter)} ${next} ORDER BY ${order} LIMIT ${take}`;
}

export const findRequestPage = async (
  db: Db,
  filter: RequestFilter,
  after: MomentCursor | null,
  take: number,
): Promise<RequestListRow[]> => rowSchema.parse(await db.$queryRaw(requestPage(filter, after, take)));

/** How many the list has in all. */
export async function countRequests(db: Db, filter: RequestFilter): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(sql`SELECT count(*)::int AS count ${from(filter)}`);
  return row?.count ?? 0;
}
