import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import type { UnionRecord } from '../types';

const { sql } = Prisma;

/** Of what a person has one open for a level at a time. */
const ONE_OPEN = { application: sql`application`, request: sql`equivalence_request` } as const;

/** The level of an open one of this kind that both have; null where there is none. */
export async function findShared(
  db: Db,
  kind: keyof typeof ONE_OPEN,
  one: string,
  two: string,
): Promise<string | null> {
  const [row] = await db.$queryRaw<{ levelId: string }[]>(sql`
    SELECT a.level_id::text AS "levelId" FROM ${ONE_OPEN[kind]} a JOIN ${ONE_OPEN[kind]} b ON b.level_id = a.level_id
    WHERE a.person_id = ${one}::uuid AND b.person_id = ${two}::uuid AND a.closed_at IS NULL AND b.closed_at IS NULL
    ORDER BY a.id LIMIT 1`);
  return row?.levelId ?? null;
}

/** Whether both have a number of the state: those are unique, so they differ. */
export async function haveTwoNumbers(db: Db, personIds: readonly string[]): Promise<boolean> {
  return (
    (await db.identity.count({ where: { personId: { in: [...personIds] }, iinHash: { not: null } } })) > 1
  );
}

/**
 * Whether an award or a cycle was granted on an application since the joining: whose it is cannot be told, for it may rest
 * on what both had. A revoked one is nobody's.
 */
export async function isAwardedSince(db: Db, { keptId, joinedAt }: UnionRecord): Promise<boolean> {
  const [row] = await db.$queryRaw<{ found: boolean }[]>(sql`
    SELECT EXISTS (SELECT 1 FROM qualification q WHERE q.person_id = ${keptId}::uuid
      AND NOT EXISTS (SELECT 1 FROM revocation r WHERE r.qualification_id = q.id AND r.annulled_at IS NULL)
      AND ((q.application_id IS NOT NULL AND q.recorded_at > ${joinedAt}::timestamptz)
        OR EXISTS (SELECT 1 FROM licence_period p WHERE p.qualification_id = q.id AND p.application_id IS NOT NULL
          AND p.recorded_at > ${joinedAt}::timestamptz))) AS found`);
  return row?.found ?? false;
}

/** After parting: whether points of one's evidence still count for a licence of the other. */
export async function haveSharedPoints(db: Db, personIds: readonly string[]): Promise<boolean> {
  const [row] = await db.$queryRaw<{ found: boolean }[]>(sql`
    SELECT EXISTS (SELECT 1 FROM ledger_entry l JOIN licence_period p ON p.id = l.period_id
        JOIN qualification q ON q.id = p.qualification_id JOIN evidence e ON e.id = l.evidence_id
      WHERE l.person_id = ANY(${[...personIds]}::uuid[]) AND l.reverses_id IS NULL AND e.person_id <> q.person_id
        AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = l.id)) AS found`);
  return row?.found ?? false;
}
