import { z } from 'zod';
import type { Scope } from '~/domain/licensing/policy';
import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { reached } from '~/platform/db/like-text.server';
import type { MomentCursor } from '~/platform/moment-cursor';
import { PROPOSED_ACTS } from '../types';

const { sql } = Prisma;

const rowSchema = z.array(
  z.object({
    id: z.string(),
    qualificationId: z.string(),
    levelId: z.string(),
    act: z.enum(PROPOSED_ACTS),
    byHolder: z.boolean(),
    proposerId: z.string(),
    proposedAt: z.date(),
    effectiveOn: z.string(),
    displayName: z.string(),
    latinName: z.string(),
  }),
);
export type ProposalRow = z.infer<typeof rowSchema>[number];

/** What is within reach, but for what is about the reader. */
export type ProposalFilter = { scope: Scope; personId: string };

const from = ({ scope, personId }: ProposalFilter): Prisma.Sql => sql`
  FROM proposal o JOIN qualification q ON q.id = o.qualification_id JOIN holder h ON h.person_id = q.person_id
  WHERE o.closed_at IS NULL AND ${reached({ ids: scope.levelIds, paths: scope.paths }, sql`o.level_id`, sql`h.path`)}
    AND q.person_id <> ${personId}::uuid`;

/** The page of open proposals after the cursor, the oldest first. */
export const proposalPage = (
  filter: ProposalFilter,
  after: MomentCursor | null,
  take: number,
): Prisma.Sql => sql`
  SELECT o.id::text AS id, o.qualification_id::text AS "qualificationId", o.level_id::text AS "levelId", o.act,
         o.by_holder AS "byHolder", o.proposer_id::text AS "proposerId", o.proposed_at AS "proposedAt",
         o.effective_on::text AS "effectiveOn", h.display_name AS "displayName", h.latin_name AS "latinName"
  ${from(filter)}
  ${after ? sql`AND (o.proposed_at, o.id) > (${after.at}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
  ORDER BY o.proposed_at, o.id LIMIT ${take}`;

export const findProposalPage = async (
  db: Db,
  filter: ProposalFilter,
  after: MomentCursor | null,
  take: number,
): Promise<ProposalRow[]> => rowSchema.parse(await db.$queryRaw(proposalPage(filter, after, take)));

/** How many are open. */
export async function countProposals(db: Db, filter: ProposalFilter): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>(sql`SELECT count(*)::int AS count ${from(filter)}`);
  return row?.count ?? 0;
}
