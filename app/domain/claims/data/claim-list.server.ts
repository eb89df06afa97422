import { z } from 'zod';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { NOWHERE, type Reach } from '../policy';
import { CLAIM_KINDS, type ClaimKind } from '../rules/kinds';
import { CLAIM_ACTS } from '../types';

export type ClaimFilter = {
  list: 'open' | 'closed';
  kind: ClaimKind | null;
  path: string;
  /** Folded. */
  q: string;
  reach: Reach;
};

export type Cursor = { at: Date; id: string };

const rowSchema = z.array(
  z.object({
    id: z.string(),
    personId: z.string(),
    kind: z.enum(CLAIM_KINDS),
    title: z.string().nullable(),
    grade: z.number().nullable(),
    issuer: z.string(),
    displayName: z.string(),
    latinName: z.string(),
    handedInAt: z.date(),
    closedAt: z.date().nullable(),
    act: z.enum(CLAIM_ACTS).nullable(),
  }),
);
export type ClaimListRow = z.output<typeof rowSchema>[number];

const likeText = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
const below = (path: string): Prisma.Sql => Prisma.sql`p.path LIKE ${`${likeText(path)}%`}`;
const anyOf = (parts: readonly Prisma.Sql[]): Prisma.Sql =>
  parts.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join([...parts], ' OR ')})`;

function within({ paths, nowhere }: Reach): Prisma.Sql {
  const parts = paths.map(below);
  if (nowhere) parts.push(Prisma.sql`p.path = ${NOWHERE}`);
  return anyOf(parts);
}

function conditions({ list, kind, path, q, reach }: ClaimFilter): Prisma.Sql {
  const parts = [
    list === 'closed' ? Prisma.sql`c.closed_at IS NOT NULL` : Prisma.sql`c.closed_at IS NULL`,
    within(reach),
  ];
  if (kind) parts.push(Prisma.sql`c.kind = ${kind}`);
  if (path) parts.push(below(path));
  if (q) parts.push(Prisma.sql`p.folded_names LIKE ${`%${likeText(q)}%`}`);
  return Prisma.join(parts, ' AND ');
}

const FROM = Prisma.sql`FROM claim c JOIN claimant p ON p.person_id = c.person_id`;

/** The page after the cursor: undecided ones oldest first, decided ones last decided first. */
export function claimPage(filter: ClaimFilter, after: Cursor | null, take: number): Prisma.Sql {
  const isClosed = filter.list === 'closed';
  const key = isClosed ? Prisma.sql`(c.closed_at, c.id)` : Prisma.sql`(c.handed_in_at, c.id)`;
  const next = after
    ? Prisma.sql`AND ${key} ${isClosed ? Prisma.sql`<` : Prisma.sql`>`} (${after.at}::timestamptz, ${after.id}::uuid)`
    : Prisma.empty;
  const order = isClosed ? Prisma.sql`c.closed_at DESC, c.id DESC` : Prisma.sql`c.handed_in_at ASC, c.id ASC`;
  return Prisma.sql`
    SELECT c.id::text AS id, c.person_id::text AS "personId", c.kind, c.title, c.grade, c.issuer,
           p.display_name AS "displayName", p.latin_name AS "latinName",
           c.handed_in_at AS "handedInAt", c.closed_at AS "closedAt",
           (SELECT d.act FROM claim_decision d WHERE d.claim_id = c.id) AS act
    ${FROM} WHERE ${conditions(filter)} ${next} ORDER BY ${order} LIMIT ${take}`;
}

export const findClaimPage = async (
  db: Db,
  filter: ClaimFilter,
  after: Cursor | null,
  take: number,
): Promise<ClaimListRow[]> => rowSchema.parse(await db.$queryRaw(claimPage(filter, after, take)));

/** How many rows the filter has in all. */
export async function countClaims(db: Db, filter: ClaimFilter): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(
    Prisma.sql`SELECT count(*)::int AS count ${FROM} WHERE ${conditions(filter)}`,
  );
  return row?.count ?? 0;
}
