import type { Db } from '~/platform/context';
import { Prisma } from '~/platform/db/client';
import { newId } from '~/platform/ids';
import { toDb } from '~/platform/local-date';
import type { RuleSetInput } from '../inputs';

/** Until commit nobody else changes the rules of this level. Null for an unknown one. */
export async function lockLevel(db: Db, levelId: string): Promise<{ zone: string } | null> {
  const [row] = await db.$queryRaw<{ zone: string }[]>(Prisma.sql`
    SELECT f.zone FROM level l JOIN framework_version v ON v.id = l.version_id JOIN framework f ON f.id = v.framework_id
    WHERE l.id = ${levelId}::uuid FOR UPDATE OF l`);
  return row ?? null;
}

/** With the next number of the level, which is locked. */
export async function insertRuleSet(
  db: Db,
  levelId: string,
  rules: RuleSetInput,
  recordedAt: Date,
): Promise<{ id: string; number: number }> {
  const last = await db.ruleSetVersion.aggregate({ where: { levelId }, _max: { number: true } });
  const made = { id: newId(), number: (last._max.number ?? 0) + 1 };
  await db.ruleSetVersion.create({
    data: {
      ...rules,
      ...made,
      levelId,
      recordedAt,
      effectiveFrom: toDb(rules.effectiveFrom),
      points: rules.points ?? Prisma.DbNull,
    },
  });
  return made;
}

type Which = { id: string } | { levelId: string; effectiveFrom: string };

/** Rule sets that will not be in force; gives their ids. One that was taken back before keeps its moment. */
export async function markWithdrawn(db: Db, which: Which, withdrawnAt: Date): Promise<string[]> {
  const where =
    'id' in which ? { id: which.id } : { levelId: which.levelId, effectiveFrom: toDb(which.effectiveFrom) };
  const rows = await db.ruleSetVersion.updateManyAndReturn({
    where: { ...where, withdrawnAt: null },
    data: { withdrawnAt },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Whether a rule set in force at the moment asks for an age, to award a level or to reinstate it. */
export async function anyAsksForAge(db: Db, now: Date): Promise<boolean> {
  const asks = '$.** ? (@.kind == "age")';
  const [row] = await db.$queryRaw<{ asked: boolean }[]>(Prisma.sql`
    SELECT coalesce(bool_or(jsonb_path_exists(jsonb_build_array(r.prerequisites, r.reinstatement), ${asks}::jsonpath)),
      false) AS asked
    FROM (SELECT DISTINCT ON (s.level_id) s.prerequisites, s.reinstatement
      FROM rule_set_version s JOIN level l ON l.id = s.level_id JOIN framework_version v ON v.id = l.version_id
      JOIN framework f ON f.id = v.framework_id
      WHERE s.withdrawn_at IS NULL AND s.effective_from <= (${now}::timestamptz AT TIME ZONE f.zone)::date
      ORDER BY s.level_id, s.effective_from DESC, s.number DESC) r`);
  return row?.asked ?? false;
}
