import { z } from 'zod';
import type { Scope } from '~/domain/licensing/policy';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { likeText, reached } from '~/platform/db/like-text.server';
import { APPLICATION_KINDS, APPLICATION_STATES, type ApplicationKind, type ApplicationState } from '../types';

export type ApplicationListRow = {
  id: string;
  kind: ApplicationKind;
  personId: string;
  levelId: string;
  displayName: string;
  latinName: string;
  path: string;
  submittedAt: Date;
  closedAt: Date | null;
  state: ApplicationState;
};

export type ApplicationFilter = {
  list: 'open' | 'submitted' | 'proposed' | 'closed';
  /** Nothing: both. */
  kind: ApplicationKind | '';
  levelIds: readonly string[] | null;
  path: string;
  /** Folded. */
  q: string;
  scope: Scope;
};

export type Cursor = { at: Date; id: string };

const STATE = Prisma.sql`coalesce((
  SELECT CASE d.act WHEN 'propose' THEN 'proposed' WHEN 'confirm' THEN 'awarded' WHEN 'refuse' THEN 'refused'
                    WHEN 'return' THEN 'returned' WHEN 'withdraw' THEN 'withdrawn' WHEN 'reopen' THEN 'submitted' END
  FROM application_decision d WHERE d.application_id = a.id ORDER BY d.recorded_at DESC, d.id DESC LIMIT 1), 'submitted')`;

const IS_PROPOSED = Prisma.sql`${STATE} = 'proposed'`;

function conditions(filter: ApplicationFilter): Prisma.Sql {
  const parts = [
    filter.list === 'closed' ? Prisma.sql`a.closed_at IS NOT NULL` : Prisma.sql`a.closed_at IS NULL`,
    reached(
      { ids: filter.scope.levelIds, paths: filter.scope.paths },
      Prisma.sql`a.level_id`,
      Prisma.sql`a.path`,
    ),
  ];
  if (filter.list === 'submitted') parts.push(Prisma.sql`NOT ${IS_PROPOSED}`);
  if (filter.list === 'proposed') parts.push(IS_PROPOSED);
  if (filter.kind) parts.push(Prisma.sql`a.kind = ${filter.kind}`);
  if (filter.levelIds) parts.push(Prisma.sql`a.level_id = ANY(${[...filter.levelIds]}::uuid[])`);
  if (filter.path) parts.push(Prisma.sql`a.path LIKE ${`${likeText(filter.path)}%`}`);
  if (filter.q) parts.push(Prisma.sql`h.folded_names LIKE ${`%${likeText(filter.q)}%`}`);
  return Prisma.join(parts, ' AND ');
}

const FROM = Prisma.sql`FROM application a JOIN holder h ON h.person_id = a.person_id`;

const SELECT = Prisma.sql`
  SELECT a.id::text AS id, a.kind, a.person_id::text AS "personId", a.level_id::text AS "levelId", h.display_name AS "displayName",
         h.latin_name AS "latinName", a.path, a.submitted_at AS "submittedAt", a.closed_at AS "closedAt",
         ${STATE} AS state`;

/** The page after the cursor: open ones oldest first, closed ones last closed first. */
export function applicationPage(filter: ApplicationFilter, after: Cursor | null, take: number): Prisma.Sql {
  const isClosed = filter.list === 'closed';
  const key = isClosed ? Prisma.sql`(a.closed_at, a.id)` : Prisma.sql`(a.submitted_at, a.id)`;
  const sign = isClosed ? Prisma.sql`<` : Prisma.sql`>`;
  const next = after
    ? Prisma.sql`AND ${key} ${sign} (${after.at}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  const order = isClosed ? Prisma.sql`a.closed_at DESC, a.id DESC` : Prisma.sql`a.submitted_at ASC, a.id ASC`;
  return Prisma.sql`
    ${SELECT} ${FROM} WHERE ${conditions(filter)} ${next} ORDER BY ${order} LIMIT ${take}`;
}

const rowSchema = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(APPLICATION_KINDS),
    personId: z.string(),
    levelId: z.string(),
    displayName: z.string(),
    latinName: z.string(),
    path: z.string(),
    submittedAt: z.date(),
    closedAt: z.date().nullable(),
    state: z.enum(APPLICATION_STATES),
  }),
);

export const findApplicationPage = async (
  db: Db,
  filter: ApplicationFilter,
  after: Cursor | null,
  take: number,
): Promise<ApplicationListRow[]> => rowSchema.parse(await db.$queryRaw(applicationPage(filter, after, take)));

/** Those of the applications that a scope reaches. */
export const findApplicationRows = async (
  db: Db,
  ids: readonly string[],
  scope: Scope,
): Promise<ApplicationListRow[]> => {
  const within = reached(
    { ids: scope.levelIds, paths: scope.paths },
    Prisma.sql`a.level_id`,
    Prisma.sql`a.path`,
  );
  return rowSchema.parse(
    await db.$queryRaw(Prisma.sql`${SELECT} ${FROM} WHERE a.id = ANY(${[...ids]}::uuid[]) AND ${within}`),
  );
};

/** How many rows the filter has in all. */
export async function countApplications(db: Db, filter: ApplicationFilter): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(
    Prisma.sql`SELECT count(*)::int AS count ${FROM} WHERE ${conditions(filter)}`,
  );
  return row?.count ?? 0;
}
