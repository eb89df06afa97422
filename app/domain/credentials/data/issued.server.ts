import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';

/** Credentials with what is known of their bytes, oldest first. */
export const listIssued = (db: Db, { after, take }: { after: string | null; take: number }) =>
  db.credential.findMany({
    where: after === null ? {} : { id: { gt: after } },
    select: {
      ...{ id: true, number: true, serial: true, qualificationId: true },
      ...{ snapshot: true, document: true, card: true },
    },
    orderBy: { id: 'asc' },
    take,
  });

export type IssuedRow = Awaited<ReturnType<typeof listIssued>>[number];

/** The document with the number before, in the same framework, by the id of each given one; the first numbers have none. */
export async function findPredecessors(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { id: string; serial: string; number: string; qualificationId: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<
    { after: string; id: string; serial: string; number: string; qualificationId: string }[]
  >(Prisma.sql`
    SELECT c.id AS after, p.id, p.serial, p.number, p.qualification_id::text AS "qualificationId"
    FROM credential c CROSS JOIN LATERAL (
      SELECT id, serial, number, qualification_id FROM credential b
      WHERE b.framework_id = c.framework_id AND b.number < c.number ORDER BY b.number DESC LIMIT 1
    ) p
    WHERE c.id = ANY(${[...ids]}::uuid[])`);
  return new Map(rows.map(({ after, ...before }) => [after, before]));
}

/**
 * The first number that does not follow the one before it in its framework and year, or the last one where the counter
 * stands elsewhere; '' for a year of which nothing is left.
 */
export async function findNumberFault(db: Db): Promise<{ number: string; serial: string } | null> {
  const [found] = await db.$queryRaw<{ number: string; serial: string }[]>(Prisma.sql`
    WITH read AS (
      SELECT framework_id, number, serial, (regexp_match(number, '-([0-9]{4})-([0-9]+)$'))[1]::int AS year,
        (regexp_match(number, '-([0-9]{4})-([0-9]+)$'))[2]::int AS no
      FROM credential
    ), placed AS (
      SELECT *, row_number() OVER (PARTITION BY framework_id, year ORDER BY no, serial COLLATE "C") AS place FROM read
    ), ends AS (
      SELECT DISTINCT ON (framework_id, year) framework_id, year, number, serial, no FROM read
      ORDER BY framework_id, year, no DESC
    )
    SELECT number, serial FROM (
      SELECT year, no, number, serial FROM placed WHERE no IS NULL OR no <> place
      UNION ALL
      SELECT coalesce(e.year, c.year), coalesce(e.no, 0), coalesce(e.number, ''), coalesce(e.serial, '')
      FROM ends e FULL JOIN number_counter c ON c.framework_id = e.framework_id AND c.year = e.year
      WHERE e.no IS DISTINCT FROM c.last
    ) faults ORDER BY year NULLS FIRST, no LIMIT 1`);
  return found ?? null;
}
