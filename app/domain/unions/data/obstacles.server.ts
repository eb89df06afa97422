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

/** What stands in the way of parting; null where nothing does. */
export async function findObstacle(db: Db, union: UnionRecord): Promise<'renewed' | 'points' | null> {
  const moved = (kind: string, id: Prisma.Sql) => sql`EXISTS (SELECT 1 FROM union_move m
    WHERE m.union_id = ${union.id}::uuid AND m.kind = ${kind} AND m.row_id = ${id}::text)`;
  const [row] = await db.$queryRaw<{ renewed: boolean; points: boolean }[]>(sql`
    SELECT EXISTS (SELECT 1 FROM union_move a JOIN licence_period p ON p.qualification_id = a.row_id::uuid
        WHERE a.union_id = ${union.id}::uuid AND a.kind = 'qualification' AND p.application_id IS NOT NULL
          AND NOT ${moved('application', sql`p.application_id`)}) AS renewed,
      EXISTS (SELECT 1 FROM ledger_entry l JOIN licence_period p ON p.id = l.period_id
        WHERE l.person_id = ${union.keptId}::uuid AND l.evidence_id IS NOT NULL AND l.reverses_id IS NULL
          AND NOT EXISTS (SELECT 1 FROM ledger_entry r WHERE r.reverses_id = l.id)
          AND ${moved('evidence', sql`l.evidence_id`)} <> ${moved('qualification', sql`p.qualification_id`)}) AS points`);
  if (row?.renewed) return 'renewed';
  return row?.points ? 'points' : null;
}
